import { readCode } from './code.ts';
import { decodePng, type Raster } from './png.ts';

const LEAST_SIDE = 160;
const LEAST_CONTRAST = 12;

/** `stranger`: good enough to see that it is nobody who was drawn here. */
export type Seen =
  | { readonly kind: 'poor' }
  | { readonly kind: 'stranger' }
  | { readonly kind: 'drawn'; readonly code: string };

/** A picture that is no PNG, is small, or has next to no contrast is poor. */
export function look(bytes: Uint8Array): Seen {
  const raster = decodePng(bytes);
  if (raster === undefined || Math.min(raster.width, raster.height) < LEAST_SIDE) {
    return { kind: 'poor' };
  }
  if (contrast(raster) < LEAST_CONTRAST) return { kind: 'poor' };
  const code = readCode(raster);
  return code === undefined ? { kind: 'stranger' } : { kind: 'drawn', code };
}

/** Standard deviation of the light. */
function contrast({ pixels }: Raster): number {
  let [sum, squares] = [0, 0];
  for (const value of pixels) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / pixels.length;
  return Math.sqrt(Math.max(0, squares / pixels.length - mean * mean));
}
