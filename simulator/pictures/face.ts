import { createDice } from '../random.ts';
import type { Canvas, Colour } from './canvas.ts';

export interface Sitter {
  readonly number: string;
  readonly sex: 'male' | 'female';
}

type Colours = readonly [Colour, ...Colour[]];

const GROUNDS: Colours = [
  [214, 228, 240],
  [226, 236, 222],
  [240, 230, 216],
  [230, 224, 240],
];
const SKINS: Colours = [
  [247, 217, 190],
  [236, 196, 160],
  [219, 172, 132],
  [190, 140, 100],
  [142, 98, 68],
];
const HAIRS: Colours = [
  [28, 24, 26],
  [52, 36, 28],
  [96, 64, 40],
  [120, 116, 116],
];
const CLOTHES: Colours = [
  [46, 84, 130],
  [140, 52, 60],
  [54, 112, 86],
  [92, 76, 130],
  [70, 76, 84],
  [196, 152, 62],
];
const WHITE: Colour = [252, 252, 252];
const INK: Colour = [36, 30, 34];
const LIPS: Colour = [176, 84, 84];

/** A cartoon whose features follow from the number: two people rarely look alike. */
export function drawFace(canvas: Canvas, { number, sex }: Sitter): void {
  const dice = createDice('face', number);
  const [skin, hair] = [dice.pick(SKINS), dice.pick(HAIRS)];
  const wide = 0.2 + dice.roll(5) / 100;
  const long = sex === 'female' && dice.roll(4) > 0;
  canvas.paint(dice.pick(GROUNDS), { left: 0, top: 0, right: 1, bottom: canvas.height });
  if (long) canvas.ellipse(hair, { x: 0.5, y: 0.62, rx: wide + 0.09, ry: 0.36 });
  canvas.ellipse(dice.pick(CLOTHES), { x: 0.5, y: 1.22, rx: 0.4, ry: 0.34 });
  canvas.paint(shaded(skin), { left: 0.43, top: 0.72, right: 0.57, bottom: 0.94 });
  for (const side of [-1, 1]) {
    canvas.ellipse(shaded(skin), { x: 0.5 + side * wide, y: 0.57, rx: 0.035, ry: 0.06 });
  }
  canvas.ellipse(hair, { x: 0.5, y: 0.46, rx: wide + 0.03, ry: 0.26 });
  canvas.ellipse(skin, { x: 0.5, y: 0.57, rx: wide, ry: 0.26 });
  drawFringe(canvas, hair, wide, dice.roll(4));
  drawEyes(canvas, hair, 0.085 + dice.roll(4) / 150, dice.roll(5) === 0);
  drawNoseAndMouth(canvas, shaded(skin), dice.roll(4));
}

function drawFringe(canvas: Canvas, hair: Colour, wide: number, style: number): void {
  const parting = [0.38, 0.5, 0.62, 0.5][style] ?? 0.5;
  canvas.paint(hair, { left: 0.2, top: 0.2, right: 0.8, bottom: 0.6 }, (x, y) => {
    const inHead = ((x - 0.5) / (wide + 0.01)) ** 2 + ((y - 0.57) / 0.28) ** 2 <= 1;
    return inHead && y < (style === 3 ? 0.42 : 0.36 + Math.abs(x - parting) * 0.45);
  });
}

function drawEyes(canvas: Canvas, hair: Colour, apart: number, glasses: boolean): void {
  const [bridge, y] = [apart - 0.06, 0.55];
  for (const side of [-1, 1]) {
    const x = 0.5 + side * apart;
    canvas.paint(hair, { left: x - 0.045, top: 0.482, right: x + 0.045, bottom: 0.496 });
    canvas.ellipse(WHITE, { x, y, rx: 0.038, ry: 0.022 });
    canvas.ellipse(INK, { x, y, rx: 0.017, ry: 0.019 });
    if (!glasses) continue;
    const lens = { left: x - 0.07, top: y - 0.07, right: x + 0.07, bottom: y + 0.07 };
    canvas.paint(INK, lens, (px, py) => Math.abs(Math.hypot(px - x, py - y) - 0.062) < 0.005);
  }
  if (glasses) {
    canvas.paint(INK, { left: 0.5 - bridge, top: y, right: 0.5 + bridge, bottom: y + 0.008 });
  }
}

function drawNoseAndMouth(canvas: Canvas, shade: Colour, smile: number): void {
  canvas.ellipse(shade, { x: 0.5, y: 0.64, rx: 0.018 + smile / 400, ry: 0.035 });
  canvas.paint(LIPS, { left: 0.43, top: 0.7, right: 0.57, bottom: 0.78 }, (x, y) => {
    const middle = 0.745 - (0.6 + smile * 1.2) * (x - 0.5) ** 2;
    return Math.abs(y - middle) < 0.011;
  });
}

function shaded([red, green, blue]: Colour): Colour {
  return [red * 0.9, green * 0.86, blue * 0.84];
}
