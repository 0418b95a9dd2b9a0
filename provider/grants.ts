import type { Grant, KoaContextWithOIDC } from 'oidc-provider';

import { consentThatCounts } from '../accounts/acting.ts';
import type { Consent } from '../accounts/consent.ts';
import { parsePrincipal } from '../accounts/principal.ts';
import { consentInForce, plainClaims } from '../clients/disclosure.ts';
import { isOwnClient } from '../clients/own-client.ts';
import { claimsOfScopes } from '../clients/scopes.ts';
import type { Clock } from '../clock.ts';
import { VERIFIED_CLAIMS } from './claims-parameter.ts';
import type { StandingOf } from './standings.ts';

/**
 * The library's grant is a short-lived shadow of the consent in the register: built from it, never the other way round.
 * Losing the protocol state costs a login, not the consent.
 */
export function createGrantLoader(standingOf: StandingOf, clock: Clock) {
  return async (ctx: KoaContextWithOIDC): Promise<Grant | undefined> => {
    const principal = ctx.oidc.account?.accountId;
    const persons = parsePrincipal(principal);
    const clientId = ctx.oidc.client?.clientId;
    if (clientId === undefined || principal === undefined || persons === undefined) {
      return undefined;
    }
    if (isOwnClient(clientId)) return grantOf(ctx, principal, { ...OWN_GRANT, clientId });
    const standing = await standingOf(ctx, persons);
    const now = clock();
    const consent = consentInForce(standing && consentThatCounts(standing, now), now);
    return consent && grantOf(ctx, principal, consent);
  };
}

/** What a grant is made from. */
type Agreed = Pick<
  Consent,
  'clientId' | 'acceptedScopes' | 'acceptedClaims' | 'refusedScopes' | 'refusedClaims'
>;

const OWN_GRANT: Omit<Agreed, 'clientId'> = {
  acceptedScopes: [],
  acceptedClaims: [],
  refusedScopes: [],
  refusedClaims: [],
};

async function grantOf(
  ctx: KoaContextWithOIDC,
  principal: string,
  consent: Agreed,
): Promise<Grant> {
  const { provider } = ctx.oidc;
  const { clientId } = consent;
  const wanted = fill(new provider.Grant({ accountId: principal, clientId }), consent);
  addResources(wanted, ctx, consent);
  const existingId = ctx.oidc.session?.grantIdFor(clientId);
  const existing = existingId === undefined ? undefined : await provider.Grant.find(existingId);
  if (existing !== undefined && sameContent(existing, wanted)) return existing;
  await wanted.save();
  return wanted;
}

function fill(grant: Grant, consent: Agreed): Grant {
  grant.addOIDCScope(['openid', ...consent.acceptedScopes].join(' '));
  // Of verified claims the library sees only the whole; what of it may leave is decided when it is made.
  const single = [...plainClaims(consent.acceptedClaims), VERIFIED_CLAIMS];
  grant.addOIDCClaims([...claimsOfScopes(consent.acceptedScopes), ...single]);
  if (consent.refusedScopes.length > 0) grant.rejectOIDCScope(consent.refusedScopes.join(' '));
  // An empty refusal would not read back as it was written, and the grant would never be found equal.
  const refused = plainClaims(consent.refusedClaims);
  if (refused.length > 0) grant.rejectOIDCClaims([...refused]);
  return grant;
}

/** What a token for an API may say is what the person agreed to tell this relying party, and no more. */
function addResources(grant: Grant, { oidc }: KoaContextWithOIDC, consent: Agreed): void {
  const servers = oidc.resourceServers ?? {};
  for (const identifier of Object.keys(servers).toSorted()) {
    const scopes = servers[identifier]?.scopes ?? new Set();
    const granted = consent.acceptedScopes.filter((scope) => scopes.has(scope));
    // Nothing granted would not read back as it was written.
    if (granted.length > 0) grant.addResourceScope(identifier, granted.join(' '));
  }
}

function sameContent(a: Grant, b: Grant): boolean {
  const content = ({ accountId, openid, rejected, resources }: Grant) =>
    JSON.stringify([accountId, openid, rejected, resources]);
  return content(a) === content(b);
}
