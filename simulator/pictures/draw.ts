import { createCanvas, type Canvas, type Colour } from './canvas.ts';
import { bitsOf, codeOf, STRIP, type PictureKind } from './code.ts';
import { drawFace, type Sitter } from './face.ts';
import { drawFingerprints } from './fingerprints.ts';
import { encodePng, type Raster } from './png.ts';

const WIDTH = 320;
const HEIGHT = 400;
const DARK: Colour = [28, 34, 52];
const LIGHT: Colour = [238, 241, 246];

/** A PNG of somebody who does not exist. `poor`: too dark for a matcher. */
export function drawPicture(kind: PictureKind, sitter: Sitter, quality: 'good' | 'poor'): Buffer {
  const canvas = createCanvas(WIDTH, HEIGHT);
  if (kind === 'face') drawFace(canvas, sitter);
  else drawFingerprints(canvas, sitter.number);
  drawStrip(canvas, codeOf(kind, sitter.number));
  const raster = canvas.raster();
  return encodePng(quality === 'good' ? raster : darkened(raster));
}

function drawStrip(canvas: Canvas, code: string): void {
  const { rows, columns, top } = STRIP;
  const bits = bitsOf(code);
  const start = top * canvas.height;
  const strip = { left: 0, top: start, right: 1, bottom: canvas.height };
  canvas.paint(LIGHT, strip);
  canvas.paint(DARK, strip, (x, y) => {
    const row = Math.floor(((y - start) / (canvas.height - start)) * rows);
    return bits[row * columns + Math.floor(x * columns)] === true;
  });
}

function darkened({ width, height, pixels }: Raster): Raster {
  return { width, height, pixels: pixels.map((value) => 10 + value / 24) };
}
