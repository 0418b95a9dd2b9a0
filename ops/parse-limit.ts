import { InvalidArgumentError } from 'commander';

export const MOST = 10_000;

/** How many lines a list may have. */
export function parseLimit(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= MOST) return limit;
  throw new InvalidArgumentError(`must be a whole number from 1 to ${MOST}`);
}
