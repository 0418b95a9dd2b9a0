import type { Login, PendingLogin } from './login.ts';
import type { Refusal } from './refusal.ts';

/** The latest exchange with the provider, as shown on the page and at /result.json. Holds no token. */
export interface Shown {
  readonly request?: unknown;
  readonly idToken?: unknown;
  readonly userinfo?: unknown;
  readonly introspection?: unknown;
  /** What an API demanded before the request was made (RFC 9470). */
  readonly challenge?: unknown;
  readonly error?: Refusal;
  /** The provider has ended the login without this browser (Back-Channel Logout). */
  readonly logout?: unknown;
}

/** `Intent`: why the browser was sent to the provider. `Data`: what the service itself keeps about its visitor. */
export interface Session<Intent, Data> {
  /** By `state`: each tab has a login of its own. */
  readonly pending: Map<string, Departure<Intent>>;
  login: Login | undefined;
  data: Data;
  shown: Shown;
}

export interface Departure<Intent> extends PendingLogin {
  readonly intent: Intent;
}

const PENDING_LIMIT = 20;

export function rememberDeparture<Intent>(
  { pending }: Session<Intent, unknown>,
  departure: Departure<Intent>,
): void {
  pending.set(departure.state, departure);
  for (const oldest of pending.keys()) {
    if (pending.size <= PENDING_LIMIT) break;
    pending.delete(oldest);
  }
}

/** Taken, not read: a callback counts once, and only in the browser that set out. */
export function takeDeparture<Intent>(
  session: Session<Intent, unknown> | undefined,
  state: unknown,
): Departure<Intent> | undefined {
  if (session === undefined || typeof state !== 'string') return undefined;
  const departure = session.pending.get(state);
  session.pending.delete(state);
  return departure;
}
