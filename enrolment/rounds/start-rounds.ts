/** Names of the rounds there are, for the log and the metrics. */
export type RoundName =
  | 'cases'
  | 'pending_changes'
  | 'documents'
  | 'guardianships'
  | 'older_accounts'
  | 'feed_population'
  | 'feed_immigration'
  | 'feed_civil_status'
  | 'feed_organisations';

/**
 * `done`: nothing is left to do; `more`: there is, at once; `waiting`: something outside does not answer, or another node
 * is at it, so later.
 */
export type RoundOutcome = 'done' | 'more' | 'waiting';

export interface Round {
  readonly name: RoundName;
  /** How long after it was done, or found waiting, it is looked at again; spread by up to a quarter. */
  readonly everyMs: number;
  readonly run: () => Promise<RoundOutcome>;
}

export interface Rounds {
  /** Begins nothing more; resolves when what is being done is done. Twice is fine. */
  stop(): Promise<void>;
}

export interface RoundsOptions {
  readonly rounds: readonly Round[];
  readonly onRan: (name: RoundName, outcome: RoundOutcome) => void;
  /** It is tried again as after `waiting`. */
  readonly onFailed: (name: RoundName, error: unknown) => void;
}

const SPREAD = 0.25;

/** Goes round, in every process that serves: each round by itself, none over its own heels. */
export function startRounds({ rounds, onRan, onFailed }: RoundsOptions): Rounds {
  let stopped = false;
  const timers = new Map<RoundName, NodeJS.Timeout>();
  const running = new Set<Promise<void>>();

  const goRound = async (round: Round) => {
    let pause = true;
    try {
      const outcome = await round.run();
      onRan(round.name, outcome);
      pause = outcome !== 'more';
    } catch (error) {
      onFailed(round.name, error);
    }
    if (stopped) return;
    const ms = pause ? round.everyMs * (1 + SPREAD * (Math.random() - 0.5)) : 0;
    timers.set(round.name, setTimeout(() => begin(round), ms).unref());
  };
  const begin = (round: Round) => {
    if (stopped) return;
    const ran = goRound(round).finally(() => running.delete(ran));
    running.add(ran);
  };

  for (const round of rounds) begin(round);
  return {
    async stop() {
      stopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      await Promise.all(running);
    },
  };
}
