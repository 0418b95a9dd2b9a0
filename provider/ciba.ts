import {
  errors,
  type Client,
  type Configuration,
  type FindAccount,
  type KoaContextWithOIDC,
} from 'oidc-provider';

import type { ApprovalNotices } from '../accounts/approval-notices.ts';
import type { Approvals } from '../accounts/approvals.ts';
import type { Audit } from '../audit/events.ts';
import type { ClientStore } from '../clients/client.ts';
import type { Clock } from '../clock.ts';
import type { AccountId } from '../ids.ts';
import { describeError, type Log } from '../log.ts';
import { auditContext } from './audit-context.ts';
import type { CibaHints, HintedPerson } from './ciba-hints.ts';
import { rulesOf } from './client-tier.ts';
import { asProtocolError, guarded } from './protocol-error.ts';
import { readAuthorizationRequest } from './request.ts';

export interface CibaSources {
  readonly hints: CibaHints;
  readonly approvals: Approvals;
  readonly notices: ApprovalNotices;
  readonly clients: ClientStore;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly log: Log;
}

type CibaFeature = NonNullable<NonNullable<Configuration['features']>['ciba']>;

export interface Ciba {
  readonly feature: CibaFeature;
  /** The library's `findAccount`, which at the backchannel endpoint must not tell who has an account. */
  findAccount(find: FindAccount): FindAccount;
}

/** OpenID Connect Client-Initiated Backchannel Authentication Core 1.0, poll and ping (docs/adr/0028). */
export function createCiba(sources: CibaSources): Ciba {
  const { hints, approvals, clients } = sources;
  /** By request. */
  const hinted = new WeakMap<object, HintedPerson>();

  const remember = (ctx: KoaContextWithOIDC, person: HintedPerson | undefined) => {
    if (person !== undefined) hinted.set(ctx.oidc, person);
    return person?.accountId;
  };

  return {
    feature: {
      enabled: true,
      deliveryModes: ['poll', 'ping'],
      processLoginHint: guarded(async (ctx, hint) => {
        const accountId = remember(ctx, await hints.fromLoginHint(ctx, hint ?? ''));
        // An identification number is not kept with the request.
        forget(ctx, 'login_hint');
        return accountId;
      }),
      processLoginHintToken() {
        throw new errors.InvalidRequest('login_hint_token is not supported');
      },
      async validateBindingMessage({ oidc }, message) {
        // FAPI-CIBA, section 5.2.2: what is approved must be told apart from what somebody else began.
        if (message === undefined && oidc.client !== undefined && rulesOf(oidc.client).fapi) {
          throw new errors.InvalidBindingMessage('the tier wants a binding_message');
        }
        requirePlainMessage(message);
      },
      validateRequestContext: guarded(async (ctx) => {
        forget(ctx, 'request_context', 'user_code');
        await requireReachable(ctx, clients);
      }),
      verifyUserCode: guarded(async (ctx, account) => {
        const client = ctx.oidc.client?.clientId ?? '';
        const counted = hinted.get(ctx.oidc)?.countedAs ?? (account.accountId as AccountId);
        await limit(ctx, await approvals.admit(client, counted));
      }),
      triggerAuthenticationDevice: guarded(async (ctx, request, _account, client) => {
        await ask(ctx, { request, client, person: hinted.get(ctx.oidc) }, sources);
      }),
    },

    findAccount: (find) => async (ctx, id, token) => {
      if (ctx.oidc.route !== 'backchannel_authentication') return find(ctx, id, token);
      const known = hinted.get(ctx.oidc);
      if (known === undefined) remember(ctx, await asProtocolError(hints.fromIdTokenHint(ctx)));
      const accountId = hinted.get(ctx.oidc)?.accountId;
      return accountId && { accountId, claims: async () => ({ sub: accountId }) };
    },
  };
}

interface Asked {
  readonly request: unknown;
  readonly client: Client;
  readonly person: HintedPerson | undefined;
}

/** The same steps for who is there and who is not, save the message, which nobody waits for. */
async function ask(
  ctx: KoaContextWithOIDC,
  { request, client, person }: Asked,
  { approvals, notices, audit, clock, log }: CibaSources,
): Promise<void> {
  if (person === undefined) throw new TypeError('nobody to ask');
  const { jti, expiration } = request as { jti: string; expiration: number };
  const message = ctx.oidc.params?.['binding_message'];
  const { accountId, real } = person;
  await approvals.add(accountId, {
    requestId: jti,
    clientId: client.clientId,
    bindingMessage: typeof message === 'string' ? message : undefined,
    requestedAt: clock(),
    expiresAt: clock() + expiration * 1000,
  });
  const notified = await notices.mayTell(accountId);
  await audit.approvalRequested(
    { ...auditContext(ctx), accountId: real ? accountId : undefined },
    { delivery: isPing(client) ? 'ping' : 'poll', notified },
  );
  if (!real || !notified) return;
  notices.tell(accountId).catch((error: unknown) => {
    log.error('approval.not_told', describeError(error));
  });
}

function isPing({ backchannelTokenDeliveryMode }: Client): boolean {
  return backchannelTokenDeliveryMode === 'ping';
}

const LONGEST_MESSAGE = 64;
/** Letters of Vietnamese and its neighbours, digits, and what stands between them; no second line, nothing invisible. */
const PLAIN = /^[0-9A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u1E00-\u1EFF .,:;/+#!?()_-]+$/;

/** CIBA Core 1.0, section 7.1: `binding_message` "SHOULD be relatively short and use a limited set of plain text characters". */
function requirePlainMessage(message: string | undefined): void {
  if (message === undefined) return;
  const isPlain = message.length <= LONGEST_MESSAGE && PLAIN.test(message);
  if (isPlain && message.trim() === message && message.normalize('NFC') === message) return;
  throw new errors.InvalidBindingMessage(
    `binding_message must have at most ${LONGEST_MESSAGE} letters, digits, spaces and .,:;/+#!?()_-`,
  );
}

/** A level nobody can reach is told at once; what one person can reach is found out with that person. */
async function requireReachable(ctx: KoaContextWithOIDC, clients: ClientStore): Promise<void> {
  const record = await clients.find(ctx.oidc.client?.clientId ?? '');
  if (record === undefined) throw new errors.InvalidClient('client not found');
  const { acr } = readAuthorizationRequest(ctx.oidc.params ?? {}, record.policy);
  if (acr.options.length > 0) return;
  throw new errors.UnmetAuthenticationRequirements(
    'none of the acr values asked for is known here',
  );
}

async function limit(ctx: KoaContextWithOIDC, wait: number | undefined): Promise<void> {
  if (wait === undefined) return;
  ctx.set('Retry-After', String(wait));
  throw Object.assign(
    new errors.SlowDown('this person has been asked often; wait before asking again'),
    { status: 429, statusCode: 429 },
  );
}

function forget({ oidc }: KoaContextWithOIDC, ...names: readonly string[]): void {
  for (const name of names) {
    if (oidc.params !== undefined) oidc.params[name] = undefined;
  }
}

/** Seconds; CIBA Core 1.0, section 7.1, `requested_expiry`. */
const DEFAULT_SECONDS = 5 * 60;
const LONGEST_SECONDS = 10 * 60;

export function cibaLifetime(_ctx: unknown, request: unknown): number {
  const { params } = request as { params?: Readonly<Record<string, unknown>> };
  const requested = Number(params?.['requested_expiry'] ?? DEFAULT_SECONDS);
  return Math.min(requested, LONGEST_SECONDS);
}
