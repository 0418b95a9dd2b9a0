import { createDice } from '../random.ts';
import type { Canvas, Colour } from './canvas.ts';

const PAPER: Colour = [244, 242, 236];
const RIDGE: Colour = [58, 62, 78];

/** Four prints: rings round a core that is somewhere else on every finger. */
export function drawFingerprints(canvas: Canvas, number: string): void {
  canvas.paint(PAPER, { left: 0, top: 0, right: 1, bottom: canvas.height });
  for (let finger = 0; finger < 4; finger += 1) {
    const dice = createDice('finger', number, finger);
    const x = 0.27 + (finger % 2) * 0.46;
    const y = 0.28 + Math.floor(finger / 2) * 0.52;
    const core = { x: x + (dice.roll(9) - 4) / 100, y: y + (dice.roll(9) - 4) / 80 };
    const twist = 1 + dice.roll(3);
    const density = 210 + dice.roll(80);
    const print = { left: x - 0.17, top: y - 0.23, right: x + 0.17, bottom: y + 0.23 };
    canvas.paint(RIDGE, print, (px, py) => {
      if (((px - x) / 0.17) ** 2 + ((py - y) / 0.23) ** 2 > 1) return false;
      const angle = Math.atan2(py - core.y, px - core.x);
      const far = Math.hypot(px - core.x, (py - core.y) * 0.8);
      return Math.sin(far * density + Math.sin(angle * twist) * 1.4 + angle) > 0.1;
    });
  }
}
