import * as oidc from 'openid-client';

import { libraryParty } from './library-party.ts';
import type { Party } from './open-party.ts';
import { partyMetadata } from './register.ts';

interface Pending {
  readonly pkceCodeVerifier: string;
  readonly expectedState: string;
  readonly expectedNonce: string;
}

type Tokens = oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers;

/** Registers itself; by default the library sends its secret in the body, which it has to say when it registers. */
export function openidClientParty(issuer: string): Promise<Party> {
  return libraryParty<Pending, Tokens>(async (origin) => {
    const redirect_uri = `${origin}/callback`;
    const config = await oidc.dynamicClientRegistration(
      new URL(issuer),
      { ...partyMetadata(origin), token_endpoint_auth_method: 'client_secret_post' },
      undefined,
      // The sandbox speaks plain http at localhost: the documented option for that.
      { execute: [oidc.allowInsecureRequests] },
    );
    return {
      async start() {
        const pkceCodeVerifier = oidc.randomPKCECodeVerifier();
        const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
        const address = oidc.buildAuthorizationUrl(config, {
          redirect_uri,
          scope: 'openid profile',
          code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
          code_challenge_method: 'S256',
          state,
          nonce,
        });
        return {
          address,
          pending: { pkceCodeVerifier, expectedState: state, expectedNonce: nonce },
        };
      },
      finish: (address, pending) => oidc.authorizationCodeGrant(config, address, pending),
      async know(tokens) {
        const claims = tokens.claims();
        if (claims === undefined) throw new Error('no ID token');
        const userinfo = await oidc.fetchUserInfo(config, tokens.access_token, claims.sub);
        return { claims, userinfo };
      },
      refresh: (tokens) => oidc.refreshTokenGrant(config, tokens.refresh_token ?? ''),
      endSession: (tokens) =>
        oidc.buildEndSessionUrl(config, {
          id_token_hint: tokens.id_token ?? '',
          post_logout_redirect_uri: `${origin}/goodbye`,
        }),
    };
  });
}
