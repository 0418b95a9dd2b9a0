import { errors, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';

import { stateOf } from '../accounts/acting.ts';
import { parsePrincipal } from '../accounts/principal.ts';
import { isAuthenticationOver } from '../accounts/signed-out.ts';
import type { ClientStore } from '../clients/client.ts';
import type { ResourceServers } from '../clients/resource-server.ts';
import type { Clock } from '../clock.ts';
import { actClaim, isTaken } from './acting.ts';
import { rulesOf } from './client-tier.ts';
import { evidenceOf } from './evidence.ts';
import { grantSource } from './grant-source.ts';
import type { PairwiseSubject } from './pairwise.ts';
import { guarded } from './protocol-error.ts';
import { isAudience } from './resources.ts';
import { sessionStands } from './session-binding.ts';
import type { StandingOf } from './standings.ts';

type IntrospectionPolicy = NonNullable<
  Exclude<NonNullable<Configuration['features']>['introspection'], undefined>['allowedPolicy']
>;

export interface TokenPolicy {
  readonly mayIntrospect: IntrospectionPolicy;
  readonly issueRefreshToken: NonNullable<Configuration['issueRefreshToken']>;
  readonly extraTokenClaims: NonNullable<Configuration['extraTokenClaims']>;
  readonly clientBasedCors: NonNullable<Configuration['clientBasedCORS']>;
}

export interface TokenPolicySources {
  readonly standingOf: StandingOf;
  readonly resources: ResourceServers;
  readonly clients: ClientStore;
  readonly clock: Clock;
  readonly subjectFor: PairwiseSubject;
}

export function createTokenPolicy({
  standingOf,
  resources,
  clients,
  clock,
  subjectFor,
}: TokenPolicySources): TokenPolicy {
  return {
    /** Its own tokens, those made for the API it is, and none of an account that cannot be used now. */
    mayIntrospect: guarded(async (ctx, client, token) => {
      const own = token.clientId === client.clientId;
      if (!own && !isAudience(resources, token, client.clientId)) return false;
      if (client.clientAuthMethod === 'none') return false;
      if (!('accountId' in token) || token.accountId === undefined) return true;
      const persons = parsePrincipal(token.accountId);
      const standing = persons && (await standingOf(ctx, persons, evidenceOf(token)));
      if (standing === undefined || !(await sessionStands(ctx.oidc.provider, token))) return false;
      if (isAuthenticationOver(standing)) return false;
      if (!(await isTaken(standing, token.clientId, clients))) return false;
      return stateOf(standing, clock()).kind === 'active';
    }),

    /** Bound to the session, unless the person agreed to `offline_access`. */
    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),

    /** RFC 8693, section 4.1: who acts for whom. RFC 9470, section 6: what a resource server needs to ask for a step-up, also in introspection. */
    extraTokenClaims(ctx, token) {
      requireBound(ctx, token);
      const source = grantSource(ctx.oidc.entities);
      if (source === undefined) return undefined;
      const { client, account } = ctx.oidc;
      const act = client && actClaim(account?.accountId, client, subjectFor);
      return { acr: source.acr, auth_time: source.authTime, ...(act && { act }) };
    },

    clientBasedCors: (ctx: KoaContextWithOIDC, origin, client) =>
      (ctx.oidc.route === 'userinfo' || client.clientAuthMethod === 'none') &&
      // Addresses of a scheme of one's own have the origin `null`, as has every sandboxed frame.
      origin !== 'null' &&
      (client.redirectUris ?? []).some((uri) => URL.parse(uri)?.origin === origin),
  };
}

type IssuedToken = Parameters<TokenPolicy['extraTokenClaims']>[1];

/** Whatever the metadata of the relying party have become: where the tier wants a key, no token leaves without one. */
function requireBound({ oidc }: KoaContextWithOIDC, token: IssuedToken): void {
  const { client } = oidc;
  if (client === undefined || rulesOf(client).senderConstrained === 'none') return;
  if (!token.isSenderConstrained()) {
    throw new errors.InvalidGrant('the tier wants tokens that are bound to a key');
  }
}
