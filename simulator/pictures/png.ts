import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** Eight bits for each of red, green and blue, row by row. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST_SIDE = 4_096;
/** Channels of the colour types that are read: grey, RGB, grey with alpha, RGB with alpha. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 4: 2, 6: 4 };

export function encodePng({ width, height, pixels }: Raster): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y += 1) {
    rows.set(pixels.subarray(y * width * 3, (y + 1) * width * 3), y * (width * 3 + 1) + 1);
  }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Undefined for what is no PNG, is interlaced, has a palette or other than eight bits, or is too large. */
export function decodePng(bytes: Uint8Array): Raster | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!file.subarray(0, 8).equals(SIGNATURE)) return undefined;
  try {
    return readChunks(file);
  } catch {
    return undefined;
  }
}

function readChunks(file: Buffer): Raster | undefined {
  const parts: Buffer[] = [];
  let header: Buffer | undefined;
  for (let at = 8; at + 8 <= file.length;) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    const body = file.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') header = body;
    if (type === 'IDAT') parts.push(body);
    if (type === 'IEND') break;
    at += 12 + length;
  }
  if (header === undefined) return undefined;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [bits, type = -1, , , interlaced] = header.subarray(8);
  const channels = CHANNELS[type];
  if (bits !== 8 || channels === undefined || interlaced !== 0) return undefined;
  if (width < 1 || height < 1 || width > MOST_SIDE || height > MOST_SIDE) return undefined;
  const expected = (width * channels + 1) * height;
  const rows = inflateSync(Buffer.concat(parts), { maxOutputLength: expected });
  if (rows.length !== expected) return undefined;
  return { width, height, pixels: colours(unfiltered(rows, width, height, channels), channels) };
}

/** PNG, section 9: every byte is told as a difference from its neighbours. */
function unfiltered(rows: Buffer, width: number, height: number, channels: number): Uint8Array {
  const stride = width * channels;
  const plain = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = rows[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const here = y * stride + x;
      const left = x < channels ? 0 : (plain[here - channels] ?? 0);
      const up = y === 0 ? 0 : (plain[here - stride] ?? 0);
      const corner = y === 0 || x < channels ? 0 : (plain[here - stride - channels] ?? 0);
      const told = rows[y * (stride + 1) + 1 + x] ?? 0;
      plain[here] = told + predicted(filter, left, up, corner);
    }
  }
  return plain;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4:
      return paeth(left, up, corner);
    default:
      return 0;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [fromLeft, fromUp] = [Math.abs(guess - left), Math.abs(guess - up)];
  const fromCorner = Math.abs(guess - corner);
  if (fromLeft <= fromUp && fromLeft <= fromCorner) return left;
  return fromUp <= fromCorner ? up : corner;
}

function colours(plain: Uint8Array, channels: number): Uint8Array {
  if (channels === 3) return plain;
  const count = plain.length / channels;
  const pixels = new Uint8Array(count * 3);
  for (let index = 0; index < count; index += 1) {
    for (let colour = 0; colour < 3; colour += 1) {
      pixels[index * 3 + colour] = plain[index * channels + (channels === 4 ? colour : 0)] ?? 0;
    }
  }
  return pixels;
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
