import { errors, type Configuration } from 'oidc-provider';

import { rulesOf } from './client-tier.ts';
import { mayAskFor, type ResourceServers } from '../clients/resource-server.ts';

type Resources = NonNullable<NonNullable<Configuration['features']>['resourceIndicators']>;

/**
 * RFC 8707 over our register of APIs. A request without `resource` is for userinfo, as ever; which of several a token is
 * for is told at the token endpoint, one at a time. Asked at every request that names one and at every issuing: what
 * is taken out of the register gets no more tokens.
 */
export function resourceIndicators(servers: ResourceServers): Resources {
  return {
    enabled: true,
    // None; and where several were granted and none is named, all of them, which the library refuses.
    defaultResource: (_ctx, _client, oneOf) => oneOf,
    useGrantedResource: () => false,
    getResourceServerInfo(_ctx, identifier, client) {
      const server = servers.find(identifier);
      // One answer for both: who may not ask does not learn what there is.
      if (server === undefined || !mayAskFor(server, client.clientId)) {
        throw new errors.InvalidTarget('no such resource for this client');
      }
      // FAPI 2.0 Security Profile, section 5.4.1.
      const { fapi, signingAlgorithms } = rulesOf(client);
      const isWeak = !signingAlgorithms.some((alg) => alg === server.signing_alg);
      if (fapi && server.token_format !== 'opaque' && isWeak) {
        throw new errors.InvalidTarget(
          'the tokens of this resource are signed in a way the tier does not allow',
        );
      }
      return {
        scope: server.scopes.join(' '),
        audience: server.identifier,
        accessTokenTTL: server.token_seconds,
        ...(server.token_format === 'opaque'
          ? { accessTokenFormat: 'opaque' as const }
          : {
              accessTokenFormat: 'jwt' as const,
              jwt: { sign: { alg: server.signing_alg } },
            }),
      };
    },
  };
}

/** Whether a token was made for the API that this client is. */
export function isAudience(
  servers: ResourceServers,
  { kind, aud }: { readonly kind: string; readonly aud?: unknown },
  clientId: string,
): boolean {
  return kind === 'AccessToken' && servers.find(aud)?.introspected_by === clientId;
}
