import { errors, type KoaContextWithOIDC } from 'oidc-provider';

import { isActing } from '../accounts/subject.ts';
import type { AuthenticationStore } from '../accounts/authentication-store.ts';
import type { Audit } from '../audit/events.ts';
import type { Clock } from '../clock.ts';
import { newId, type AccountId } from '../ids.ts';
import { keepPrincipal } from './acting.ts';
import { auditContext } from './audit-context.ts';
import { withEvidence } from './evidence.ts';
import type { RequestFacts } from './facts.ts';
import type { Verdict } from './policy.ts';

/** Told of who signed in for whom, once that is on record. */
export type TellActed = (acted: {
  readonly accountId: AccountId;
  readonly actorId: AccountId;
  readonly at: number;
}) => Promise<void>;

export type Accept = (
  ctx: KoaContextWithOIDC,
  facts: RequestFacts,
  verdict: Extract<Verdict, { kind: 'accepted' }>,
) => Promise<void>;

/**
 * The last step before a code: the authentication is recorded for this relying party alone (design, section 1), and
 * what the library will put into code and tokens is set from the ledger (section 2, rule 3).
 */
export function createAcceptance(
  {
    authentications,
    audit,
    tellActed,
  }: {
    readonly authentications: AuthenticationStore;
    readonly audit: Audit;
    readonly tellActed: TellActed;
  },
  clock: Clock,
): Accept {
  return async (ctx, { client }, { subject, option, context }) => {
    await refuseSpentRequest(ctx);
    const id = newId('evt');
    const actorId = isActing(subject) ? subject.prover.id : undefined;
    const at = clock();
    await Promise.all([
      authentications.append({
        id,
        accountId: subject.account.id,
        actorId,
        clientId: client.clientId,
        sid: actorId === undefined ? undefined : ctx.oidc.session?.sidFor(client.clientId),
        acr: context.acr,
        requiredAcrs: option.values,
        factors: subject.usable,
        at,
      }),
      audit.authenticationSucceeded(
        {
          ...auditContext(ctx),
          accountId: subject.account.id,
          actorId,
          authenticationEventId: id,
        },
        {
          acr: context.acr,
          amr: context.amr,
          authenticationLevel: context.authenticationLevel,
          requestedValues: option.values,
        },
      ),
    ]);
    if (actorId !== undefined) await tellActed({ accountId: subject.account.id, actorId, at });
    present(ctx, context);
    keepPrincipal(ctx);
    Object.assign(ctx.oidc, { claims: withEvidence(ctx.oidc.claims, id) });
  };
}

/** RFC 9126, section 7.3. The library looks only after this; what is spent already must leave no trace of success. */
async function refuseSpentRequest(ctx: KoaContextWithOIDC): Promise<void> {
  const { entities, provider } = ctx.oidc;
  const { parJti } = (entities.Interaction ?? {}) as { parJti?: string };
  const pushed =
    entities.PushedAuthorizationRequest ??
    (parJti &&
      (await provider.PushedAuthorizationRequest.find(parJti, { ignoreExpiration: true })));
  if (!pushed) return;
  if ('consumed' in pushed && pushed.consumed !== undefined) {
    throw new errors.InvalidRequestUri('request_uri was already used');
  }
  // Spent here, in one step: of parallel requests the losers end before anything of theirs is written.
  await pushed.consume();
  ctx.oidc.entity('PushedAuthorizationRequest', pushed);
  Object.assign(pushed, { consume: async () => {} });
}

/** The library reads these three from its session when it makes the code. */
function present(
  ctx: KoaContextWithOIDC,
  { acr, amr, authTime }: { acr: string; amr: readonly string[]; authTime: number },
): void {
  const { session } = ctx.oidc;
  if (session === undefined) throw new TypeError('accepted without a session');
  session.acr = acr;
  session.amr = [...amr];
  session.loginTs = authTime;
}
