import type { BiometricSample } from './registers.ts';

export const MOST_PICTURE_BYTES = 5 * 1024 * 1024;
/** Fewer pixels than this on a side show no face that could be compared. */
const LEAST_SIDE = 120;
/** Whoever decodes it needs four bytes for each pixel, whatever the file says it takes. */
const MOST_PIXELS = 50_000_000;

export type PictureProblem = 'empty' | 'too_large' | 'not_a_picture' | 'damaged' | 'too_small';

export type PictureReading =
  | { readonly kind: 'picture'; readonly mediaType: BiometricSample['mediaType'] }
  | { readonly kind: 'refused'; readonly problem: PictureProblem };

interface Structure {
  readonly mediaType: BiometricSample['mediaType'];
  readonly width: number;
  readonly height: number;
}

/**
 * Whether these bytes are a whole PNG or JPEG of a sensible size. Looks at the structure only and decodes nothing: names
 * and types that came with the file are worth nothing, and neither is a first signature. Pure.
 */
export function readPicture(bytes: Uint8Array): PictureReading {
  if (bytes.length === 0) return refused('empty');
  if (bytes.length > MOST_PICTURE_BYTES) return refused('too_large');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = startsAsPng(bytes) ? pngStructure : startsAsJpeg(bytes) ? jpegStructure : undefined;
  if (read === undefined) return refused('not_a_picture');
  const structure = read(view);
  if (structure === undefined) return refused('damaged');
  const { mediaType, width, height } = structure;
  if (width < LEAST_SIDE || height < LEAST_SIDE) return refused('too_small');
  return width * height > MOST_PIXELS ? refused('too_large') : { kind: 'picture', mediaType };
}

function refused(problem: PictureProblem): PictureReading {
  return { kind: 'refused', problem };
}

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const IHDR = 0x49_48_44_52;
const IDAT = 0x49_44_41_54;
const IEND = 0x49_45_4e_44;

function startsAsPng(bytes: Uint8Array): boolean {
  return PNG_SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/** PNG 3rd edition, section 5: chunks of length, type, data and check sum, from `IHDR` to `IEND`. */
function pngStructure(view: DataView): Structure | undefined {
  let at = PNG_SIGNATURE.length;
  let size: { width: number; height: number } | undefined;
  let data = false;
  while (at + 12 <= view.byteLength) {
    const length = view.getUint32(at);
    const type = view.getUint32(at + 4);
    if (at + 12 + length > view.byteLength) return undefined;
    if (size === undefined) {
      if (type !== IHDR || length !== 13) return undefined;
      size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    }
    data ||= type === IDAT;
    at += 12 + length;
    if (type === IEND) {
      return data && at === view.byteLength ? { mediaType: 'image/png', ...size } : undefined;
    }
  }
  return undefined;
}

const SOI = 0xff_d8;
const EOI = 0xff_d9;
const SOS = 0xff_da;
/** Cameras append previews and depth maps behind the picture: its end is looked for, not expected last. */
const START_OF_FRAME: ReadonlySet<number> = new Set([0xff_c0, 0xff_c1, 0xff_c2]);

function startsAsJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}

/** ITU-T T.81, annex B: segments up to the frame and the first scan, and an end of image behind it. */
function jpegStructure(view: DataView): Structure | undefined {
  let at = 2;
  let size: { width: number; height: number } | undefined;
  while (at + 4 <= view.byteLength) {
    const marker = view.getUint16(at);
    if (marker < 0xff_01 || marker === SOI || marker === EOI) return undefined;
    const length = view.getUint16(at + 2);
    if (length < 2 || at + 2 + length > view.byteLength) return undefined;
    if (START_OF_FRAME.has(marker)) {
      if (length < 8) return undefined;
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    at += 2 + length;
    if (marker === SOS) {
      return size !== undefined && hasEnd(view, at)
        ? { mediaType: 'image/jpeg', ...size }
        : undefined;
    }
  }
  return undefined;
}

/** In the data of a scan `FF` is followed by `00` or a restart marker, so that `FF D9` there is the end. */
function hasEnd(view: DataView, from: number): boolean {
  for (let at = from; at + 2 <= view.byteLength; at += 1) {
    if (view.getUint16(at) === EOI) return true;
  }
  return false;
}
