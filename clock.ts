/** Milliseconds since the epoch. Injected everywhere, so that expiry and freshness can be tested. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now();
