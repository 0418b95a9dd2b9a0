import { describeError, type Log } from '../log.ts';

/** A store that takes longer than this to say that it is there is no use to a login either. */
const PATIENCE_MS = 800;
/** Probes of several balancers share one answer. */
const FRESH_MS = 500;
/** Whoever has not answered by then never will; until then nobody is asked twice. */
const GIVEN_UP_MS = 5_000;

type State = 'up' | 'down';
/** What no login can do without: both halves of the stores, and something to sign with. */
type Part = 'register' | 'protocol' | 'keys';

export interface ReadinessReport extends Readonly<Record<Part, State>> {
  readonly status: 'ready' | 'not_ready' | 'draining';
}

export interface Readiness {
  /** What is so now, or was half a second ago; answers within a second whatever the stores do. */
  check(): Promise<ReadinessReport>;
  /** From now on: serving what still comes, and not to be sent any more. */
  drain(): void;
}

/** `pings` reject unless their part answers. */
export function createReadiness(
  pings: Readonly<Record<Part, () => Promise<void>>>,
  log: Log,
): Readiness {
  const probe = (part: Part) => createProbe(part, pings[part], log);
  const [ofRegister, ofProtocol, ofKeys] = [probe('register'), probe('protocol'), probe('keys')];
  let draining = false;
  return {
    async check() {
      const [register, protocol, keys] = await Promise.all([ofRegister(), ofProtocol(), ofKeys()]);
      const up = [register, protocol, keys].every((state) => state === 'up');
      const status = draining ? 'draining' : up ? 'ready' : 'not_ready';
      return { status, register, protocol, keys };
    },
    drain() {
      draining = true;
    },
  };
}

function createProbe(part: Part, ping: () => Promise<void>, log: Log): () => Promise<State> {
  let asked: { readonly at: number; readonly state: Promise<State> } | undefined;
  let waiting: { readonly since: number; readonly pong: Promise<void> } | undefined;
  let known: State = 'up';

  const ask = (now: number) => {
    if (waiting !== undefined && now - waiting.since < GIVEN_UP_MS) return waiting.pong;
    const pong = ping().finally(() => {
      if (waiting?.pong === pong) waiting = undefined;
    });
    waiting = { since: now, pong };
    return pong;
  };

  const look = async (now: number): Promise<State> => {
    let failure: unknown;
    const state = await withinPatience(ask(now)).then(
      (): State => 'up',
      (error: unknown): State => {
        failure = error;
        return 'down';
      },
    );
    if (state !== known && state === 'down') {
      log.warn('health.down', { detail: part, ...describeError(failure) });
    } else if (state !== known) log.info('health.up', { detail: part });
    known = state;
    return state;
  };

  return () => {
    const now = performance.now();
    if (asked === undefined || now - asked.at >= FRESH_MS) asked = { at: now, state: look(now) };
    return asked.state;
  };
}

async function withinPatience(pong: Promise<void>): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('no answer in time')), PATIENCE_MS);
  try {
    await Promise.race([pong, late]);
  } finally {
    clearTimeout(timer);
  }
}
