import { createHash } from 'node:crypto';

/** The same answers for the same words, for ever: nothing here is left to chance. */
export interface Dice {
  /** From 0 to `sides` - 1. */
  roll(sides: number): number;
  pick<T>(choices: readonly [T, ...T[]]): T;
}

export function createDice(...words: readonly (string | number)[]): Dice {
  let state = createHash('sha256').update(words.join('\u0000')).digest();
  let at = 0;
  const next = () => {
    if (at + 4 > state.length) {
      state = createHash('sha256').update(state).digest();
      at = 0;
    }
    const value = state.readUInt32BE(at);
    at += 4;
    return value;
  };
  const roll = (sides: number) => next() % sides;
  return {
    roll,
    pick: (choices) => choices[roll(choices.length)] ?? choices[0],
  };
}
