const STEP_MS = 50;

/**
 * Rejects when `work` takes longer. However long a turn of this process takes, it counts as one step: timers come before
 * what has arrived meanwhile, and a busy process must not take its own slowness for the server's.
 */
export async function withinPatience<T>(work: Promise<T>, patienceMs: number): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  let steps = patienceMs / STEP_MS;
  const timer = setInterval(() => {
    steps -= 1;
    if (steps <= 0) reject(new Error('no connection in time'));
  }, STEP_MS);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearInterval(timer);
  }
}
