import type { Middleware } from 'koa';
import type Provider from 'oidc-provider';
import type { KoaContextWithOIDC } from 'oidc-provider';

import type { Ledger } from '../accounts/ledger.ts';
import type { Audit } from '../audit/events.ts';
import { describeError, type Log } from '../log.ts';
import { isId } from '../ids.ts';
import { auditContext } from './audit-context.ts';
import { INVITATION_ENTITY } from './client-registration.ts';
import { tierOf } from './client-tier.ts';
import { evidenceOf } from './evidence.ts';
import { explain } from './explained-errors.ts';
import { grantSource, spentModel } from './grant-source.ts';

/** The library tells what it did by synchronous events; they are written down before the response leaves. */
export function createEventRecorder(audit: Audit, ledger: Ledger, log: Log) {
  const pending = new WeakMap<object, Promise<void>[]>();
  const record = (ctx: KoaContextWithOIDC, work: Promise<void>) => {
    // Observed here as well, so that a second failure is not an unhandled rejection.
    work.catch(() => {});
    pending.set(ctx.req, [...(pending.get(ctx.req) ?? []), work]);
  };

  return {
    middleware: (async (ctx, next) => {
      await next();
      await Promise.all(pending.get(ctx.req) ?? []);
    }) satisfies Middleware,

    attach(provider: Provider): void {
      provider.on('authorization.error', (ctx, error) => {
        const { code: fault = error.message } = explain(ctx, error) ?? {};
        record(ctx, audit.authorizationRefused(auditContext(ctx), { error: error.message, fault }));
      });
      provider.on('grant.success', (ctx) => record(ctx, recordGrant(ctx, audit)));
      provider.on('grant.revoked', (ctx) => record(ctx, recordRevocation(ctx, audit)));
      provider.on('end_session.success', (ctx) => record(ctx, recordLogout(ctx, audit, ledger)));
      attachRegistration(provider, audit, record);
      provider.on('server_error', (ctx, error) => {
        log.error('server_error', { ...logContext(ctx), ...describeError(error) });
      });
    },
  };
}

function attachRegistration(
  provider: Provider,
  audit: Audit,
  record: (ctx: KoaContextWithOIDC, work: Promise<void>) => void,
): void {
  provider.on('registration_create.success', (ctx, client) => {
    const { [INVITATION_ENTITY]: id } = ctx.oidc.entities;
    const invitationId = isId('inv', id) ? id : undefined;
    const data = { origin: 'self-registered', tier: tierOf(client), invitationId } as const;
    record(ctx, audit.clientRegistered(auditContext(ctx), data));
  });
  provider.on('registration_update.success', (ctx, client) => {
    record(ctx, audit.clientUpdated(auditContext(ctx), { tier: tierOf(client) }));
  });
  provider.on('registration_delete.success', (ctx) => {
    record(ctx, audit.clientRemoved(auditContext(ctx), { initiator: 'relying_party' }));
  });
}

/**
 * What the session has proven ends with it. Without a session nobody was logged out; nor was who chose to stay, where
 * the library tells the same event and only what it knew of the relying party has ended.
 */
async function recordLogout(ctx: KoaContextWithOIDC, audit: Audit, ledger: Ledger): Promise<void> {
  const { session } = ctx.oidc;
  if (session?.accountId === undefined || ctx.oidc.params?.['logout'] === undefined) return;
  await ledger.forget(session.uid);
  await audit.loggedOut(auditContext(ctx), { initiator: 'person' });
}

async function recordGrant(ctx: KoaContextWithOIDC, audit: Audit): Promise<void> {
  const grantType = String(ctx.oidc.params?.['grant_type']);
  const source = grantSource(ctx.oidc.entities);
  const context = {
    ...auditContext(ctx),
    authenticationEventId: source === undefined ? undefined : evidenceOf(source),
  };
  await Promise.all([
    audit.tokensIssued(context, { grantType }),
    ...(grantType === 'refresh_token'
      ? [audit.tokenRefreshed(context, { acr: source?.acr ?? '' })]
      : []),
  ]);
}

/** At the token endpoint a grant is revoked for one reason only: something was presented twice. */
async function recordRevocation(ctx: KoaContextWithOIDC, audit: Audit): Promise<void> {
  const context = auditContext(ctx);
  switch (ctx.oidc.route) {
    case 'token':
      await audit.artefactReplayed(context, {
        model: spentModel(ctx.oidc.params?.['grant_type']),
      });
      return audit.grantRevoked(context, { reason: 'replay' });
    case 'revocation':
      return audit.grantRevoked(context, { reason: 'relying_party' });
    default:
      return audit.grantRevoked(context, { reason: 'person' });
  }
}

function logContext(ctx: KoaContextWithOIDC) {
  const requestId: unknown = ctx.state['requestId'];
  return {
    requestId: typeof requestId === 'string' ? requestId : undefined,
    route: ctx.oidc?.route,
    clientId: ctx.oidc?.client?.clientId,
  };
}
