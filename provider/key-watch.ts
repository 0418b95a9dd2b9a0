import type { Clock } from '../clock.ts';
import { StoreUnavailable } from '../errors.ts';
import { describeError, type Log } from '../log.ts';
import type { KeySource, LibraryKey } from './key-source.ts';
import { keyStates, signingOrder } from './key-states.ts';
import type { KeyRecord } from './signing-key-store.ts';

const LONGEST_PAUSE_MS = 1_250;
const SHORTEST_PAUSE_MS = 750;

/** The signing keys of a running process. */
export interface SigningKeys {
  /** Everything to publish; of each algorithm the key that signs comes first. */
  readonly published: readonly LibraryKey[];
  /** When each of them signs, as last read. */
  readonly records: readonly KeyRecord[];
  /** Throws `StoreUnavailable` while nothing can be signed: what would need a signature is then not begun. */
  requireAvailable(): void;
  /** Called when other keys are to be published, or another one signs. */
  onChange(listener: () => void): void;
  /** Resolves when nothing of it runs any more. Twice is fine. */
  stop(): Promise<void>;
}

interface WatchOptions {
  readonly source: KeySource;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Looks at the keys about once a second. While they cannot be read, those known go on through their states by the
 * clock. Rejects when they cannot be read at first.
 */
export async function watchKeys({ source, clock, log }: WatchOptions): Promise<SigningKeys> {
  const listeners: (() => void)[] = [];
  let records = await source.records();
  let opened = await source.open();
  let order = signingOrder(records, clock());
  let failing = false;

  const read = async () => {
    const found = await source.records();
    if (found.length === 0) throw new StoreUnavailable('there is no signing key');
    records = found;
    // Also when there are fewer: the private part of a key that was taken away does not stay behind.
    const same = records.length === opened.size && records.every(({ kid }) => opened.has(kid));
    if (!same) opened = await source.open();
    for (const { record, state } of keyStates(records, clock())) {
      if (state === 'gone') await source.erase(record);
    }
  };

  const look = async () => {
    try {
      await read();
      if (failing) log.info('keys.read_again');
      failing = false;
    } catch (error) {
      if (!failing) log.warn('keys.not_read', describeError(error));
      failing = true;
    }
    const now = signingOrder(records, clock()).filter((kid) => opened.has(kid));
    if (now.join() === order.join()) return;
    order = now;
    log.info('keys.changed', { count: order.length });
    for (const listener of listeners) listener();
  };

  const loop = startLoop(look);
  return {
    get published() {
      return order.flatMap((kid) => opened.get(kid) ?? []);
    },
    get records() {
      return records;
    },
    requireAvailable() {
      if (!source.available) throw new StoreUnavailable('nothing can be signed now');
    },
    onChange: (listener) => void listeners.push(listener),
    async stop() {
      await loop.stop();
      source.close();
    },
  };
}

/** Nodes that were started together do not go on asking together. */
function startLoop(look: () => Promise<void>): { stop(): Promise<void> } {
  let running = Promise.resolve();
  let stopped = false;
  let timer: NodeJS.Timeout;
  const wait = () => {
    const pause = SHORTEST_PAUSE_MS + Math.random() * (LONGEST_PAUSE_MS - SHORTEST_PAUSE_MS);
    timer = setTimeout(() => {
      running = look().finally(() => {
        if (!stopped) wait();
      });
    }, pause).unref();
  };
  wait();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
