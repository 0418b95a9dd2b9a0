import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

import pg from 'pg';

import { StoreUnavailable } from '../../errors.ts';
import { withinPatience } from './patience.ts';

const LOOK_EVERY_MS = 100;
const SUSPICIOUS_AFTER_MS = 300;
const PROBE_AGAIN_AFTER_MS = 500;
const PROBE_PATIENCE_MS = 400;
/** The server answers it with one byte, before it knows who asks (protocol 3.0, "SSLRequest"). */
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

interface Waiting {
  readonly client: pg.ClientBase;
  readonly since: number;
  isLetGo: boolean;
}

/**
 * Tells a slow answer from a lost server. A server that stands still, or a network that swallows everything, closes no
 * connection: whoever waits would wait for minutes. So when an answer is late the server is asked for a sign of life,
 * on a connection of its own, and without one everybody who waits is let go.
 */
export class LossWatch {
  readonly #address: { readonly host: string; readonly port: number };
  readonly #waiting = new Set<Waiting>();
  #isLooking = false;
  #aliveAt = -Infinity;

  constructor(url: string) {
    this.#address = new pg.Client({ connectionString: url });
  }

  /** The answer. Rejects with `StoreUnavailable` when the server is lost meanwhile, and closes the connection. */
  async until<T>(answer: Promise<T>, client: pg.ClientBase): Promise<T> {
    const waiting: Waiting = { client, since: performance.now(), isLetGo: false };
    this.#waiting.add(waiting);
    if (!this.#isLooking) void this.#look();
    try {
      return await answer;
    } catch (cause) {
      if (!waiting.isLetGo) throw cause;
      throw new StoreUnavailable('the store gives no sign of life', { cause });
    } finally {
      this.#waiting.delete(waiting);
    }
  }

  /** As long as anybody waits. */
  async #look(): Promise<void> {
    this.#isLooking = true;
    while (this.#waiting.size > 0) {
      await delay(LOOK_EVERY_MS, undefined, { ref: false });
      const now = performance.now();
      // A set keeps its order: the first waits longest.
      const [oldest] = this.#waiting;
      if (oldest === undefined || now - oldest.since < SUSPICIOUS_AFTER_MS) continue;
      if (now - this.#aliveAt < PROBE_AGAIN_AFTER_MS) continue;
      if (await isAlive(this.#address)) this.#aliveAt = performance.now();
      else this.#letGo(now - SUSPICIOUS_AFTER_MS);
    }
    this.#isLooking = false;
  }

  #letGo(since: number): void {
    for (const waiting of this.#waiting) {
      if (waiting.since > since || !(waiting.client instanceof pg.Client)) continue;
      waiting.isLetGo = true;
      // Ends what is being asked on it with an error, too.
      void waiting.client.end();
    }
  }
}

/** Of the server behind the address, within `PROBE_PATIENCE_MS`. */
async function isAlive({ host, port }: { host: string; port: number }): Promise<boolean> {
  const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
  const answered = new Promise<boolean>((resolve) => {
    socket.once('connect', () => socket.write(SSL_REQUEST));
    socket.once('data', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
  try {
    return await withinPatience(answered, PROBE_PATIENCE_MS);
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
