export type LimitedWork<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'busy' };

/** Runs costly work a few at a time; what neither runs nor fits the queue is refused at once instead of piling up. */
export interface WorkLimit {
  run<T>(task: () => Promise<T>): Promise<LimitedWork<T>>;
  /** Tasks that wait for their turn now. */
  waiting(): number;
}

export function createWorkLimit(limits: {
  readonly concurrency: number;
  readonly queueLimit: number;
}): WorkLimit {
  let running = 0;
  const waiting: (() => void)[] = [];

  /** A finished task hands its place to the next in line, so that no newcomer can slip in between. */
  function release() {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }

  return {
    waiting: () => waiting.length,

    async run(task) {
      if (running < limits.concurrency) {
        running += 1;
      } else {
        if (waiting.length >= limits.queueLimit) return { kind: 'busy' };
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
      try {
        return { kind: 'done', value: await task() };
      } finally {
        release();
      }
    },
  };
}
