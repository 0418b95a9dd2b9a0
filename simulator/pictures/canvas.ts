import type { Raster } from './png.ts';

export type Colour = readonly [number, number, number];

/** Parts of the width. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Ellipse {
  readonly x: number;
  readonly y: number;
  readonly rx: number;
  readonly ry: number;
}

/** Shapes painted over each other; all positions and sizes are parts of the width. */
export interface Canvas {
  readonly height: number;
  /** What lies in the box and for which `inside` is true. */
  paint(colour: Colour, box: Box, inside?: (x: number, y: number) => boolean): void;
  ellipse(colour: Colour, shape: Ellipse): void;
  raster(): Raster;
}

/** Edges are smooth: everything is painted twice as large. */
const FINER = 2;

export function createCanvas(width: number, height: number): Canvas {
  const [wide, tall] = [width * FINER, height * FINER];
  const pixels = new Uint8Array(wide * tall * 3);
  const paint: Canvas['paint'] = (colour, box, inside = () => true) => {
    const [left, right] = [Math.max(0, box.left * wide), Math.min(wide, box.right * wide)];
    const [top, bottom] = [Math.max(0, box.top * wide), Math.min(tall, box.bottom * wide)];
    for (let y = Math.floor(top); y < bottom; y += 1) {
      for (let x = Math.floor(left); x < right; x += 1) {
        if (inside((x + 0.5) / wide, (y + 0.5) / wide)) pixels.set(colour, (y * wide + x) * 3);
      }
    }
  };
  return {
    height: height / width,
    paint,
    ellipse: (colour, { x, y, rx, ry }) =>
      paint(
        colour,
        { left: x - rx, top: y - ry, right: x + rx, bottom: y + ry },
        (px, py) => ((px - x) / rx) ** 2 + ((py - y) / ry) ** 2 <= 1,
      ),
    raster: () => ({ width, height, pixels: halved(pixels, width, height) }),
  };
}

function halved(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const small = new Uint8Array(width * height * 3);
  const stride = width * FINER * 3;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width * 3; x += 1) {
      const at = y * FINER * stride + Math.floor(x / 3) * 6 + (x % 3);
      const sum =
        (pixels[at] ?? 0) +
        (pixels[at + 3] ?? 0) +
        (pixels[at + stride] ?? 0) +
        (pixels[at + stride + 3] ?? 0);
      small[y * width * 3 + x] = sum / 4;
    }
  }
  return small;
}
