import { createHash } from 'node:crypto';

import type { Raster } from './png.ts';

export type PictureKind = 'face' | 'fingerprints';

/**
 * What the matcher recognises: the lowest part of every drawn picture is a strip of dark and light cells, which says of
 * whom it is. It survives being drawn smaller or larger, not being cut.
 */
export const STRIP = { top: 0.88, rows: 2, columns: 32 } as const;

const MARGIN = 24;

/** 48 bits for whose picture it is, and 16 by which a strip is told from whatever else is there. */
export function codeOf(kind: PictureKind, number: string): string {
  return withCheck(digest(`${kind} of ${number}`).subarray(0, 6)).toString('hex');
}

export function bitsOf(code: string): readonly boolean[] {
  const bytes = Buffer.from(code, 'hex');
  return Array.from({ length: STRIP.rows * STRIP.columns }, (_, index) => {
    const byte = bytes[index >> 3] ?? 0;
    return ((byte >> (7 - (index & 7))) & 1) === 1;
  });
}

/** Undefined when there is no such strip. */
export function readCode(raster: Raster): string | undefined {
  const code = Buffer.alloc((STRIP.rows * STRIP.columns) / 8);
  for (let index = 0; index < STRIP.rows * STRIP.columns; index += 1) {
    const light = lightOfCell(raster, index);
    if (Math.abs(light - 128) < MARGIN) return undefined;
    if (light < 128) code[index >> 3] = (code[index >> 3] ?? 0) | (1 << (7 - (index & 7)));
  }
  return withCheck(code.subarray(0, 6)).equals(code) ? code.toString('hex') : undefined;
}

/** In its middle. */
function lightOfCell({ width, height, pixels }: Raster, index: number): number {
  const column = index % STRIP.columns;
  const row = Math.floor(index / STRIP.columns);
  const part = (1 - STRIP.top) / STRIP.rows;
  const x = Math.floor(((column + 0.5) / STRIP.columns) * width);
  const y = Math.floor((STRIP.top + (row + 0.5) * part) * height);
  const at = (y * width + x) * 3;
  return ((pixels[at] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0)) / 3;
}

function withCheck(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, digest(bytes.toString('hex')).subarray(0, 2)]);
}

function digest(text: string): Buffer {
  return createHash('sha256').update(`senid simulator ${text}`).digest();
}
