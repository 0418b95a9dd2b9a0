import type { Context } from 'koa';
import Provider, { errors } from 'oidc-provider';

import type { EphemeralStore } from '../accounts/ephemeral-store.ts';
import { asProtocolError } from './protocol-error.ts';

/** Told to whoever polls (RFC 8628, section 3.2; CIBA Core 1.0, section 7.3). */
const POLL_INTERVAL_SECONDS = 5;

/** Clocks and networks differ: who keeps to the interval is never told to slow down. */
const GRACE_SECONDS = 1;

const STARTED = new Set(['device_authorization', 'backchannel_authentication']);

/** The library leaves it out; without it clients assume five seconds too, and not all do. */
export function tellInterval(ctx: Context): void {
  const { route } = (ctx as { oidc?: { route?: string } }).oidc ?? {};
  const body: unknown = ctx.body;
  if (ctx.status !== 200 || route === undefined || !STARTED.has(route)) return;
  if (typeof body === 'object') ctx.body = { ...body, interval: POLL_INTERVAL_SECONDS };
}

interface Polled {
  readonly jti: string;
  readonly clientId?: string | undefined;
  readonly isExpired: boolean;
  readonly error?: string | undefined;
  readonly grantId?: string | undefined;
}

interface PolledModel {
  find(id: string, options?: object): Promise<Polled | undefined>;
}

/**
 * RFC 8628, section 3.5, `slow_down`: the library answers every poll. What is decided is handed out at any time; only
 * asking for what is pending too often is refused, and only to the client it belongs to.
 */
export function pacePolling(
  provider: Provider,
  ephemerals: Pick<EphemeralStore, 'increment'>,
): void {
  const models = [provider.DeviceCode, provider.BackchannelAuthenticationRequest];
  for (const model of models as unknown as PolledModel[]) {
    const find = model.find.bind(model);
    Object.assign(model, {
      async find(id: string, options?: object) {
        const found = await find(id, options);
        if (found !== undefined && isPending(found)) {
          await asProtocolError(countPoll(found.jti, ephemerals));
        }
        return found;
      },
    });
  }
}

function isPending({ clientId, isExpired, error, grantId }: Polled): boolean {
  const oidc = Provider.ctx?.oidc;
  if (oidc?.route !== 'token' || oidc.client?.clientId !== clientId) return false;
  return !isExpired && error === undefined && grantId === undefined;
}

async function countPoll(id: string, ephemerals: Pick<EphemeralStore, 'increment'>): Promise<void> {
  const { count } = await ephemerals.increment(
    'throttle',
    `poll/${id}`,
    POLL_INTERVAL_SECONDS - GRACE_SECONDS,
  );
  if (count > 1) {
    throw new errors.SlowDown(
      `wait ${POLL_INTERVAL_SECONDS} seconds between polls, and 5 more after each slow_down`,
    );
  }
}
