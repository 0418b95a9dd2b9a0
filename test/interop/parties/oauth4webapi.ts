import * as oauth from 'oauth4webapi';

import { libraryParty } from './library-party.ts';
import type { Party } from './open-party.ts';
import { partyMetadata } from './register.ts';

interface Pending {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
}

interface Tokens {
  readonly response: oauth.TokenEndpointResponse;
  readonly claims: oauth.IDToken;
}

/** The sandbox speaks plain http at localhost: the documented option for that. */
const INSECURE = { [oauth.allowInsecureRequests]: true };

/** Each request and its validation by hand, as this library has it; signatures of ID tokens are checked too. */
export function oauth4webapiParty(issuer: string): Promise<Party> {
  return libraryParty<Pending, Tokens>(async (origin) => {
    const redirectUri = `${origin}/callback`;
    const server = await oauth.processDiscoveryResponse(
      new URL(issuer),
      await oauth.discoveryRequest(new URL(issuer), INSECURE),
    );
    const client = await oauth.processDynamicClientRegistrationResponse(
      await oauth.dynamicClientRegistrationRequest(server, partyMetadata(origin), INSECURE),
    );
    const authentication = oauth.ClientSecretBasic(String(client.client_secret));
    return {
      async start() {
        const verifier = oauth.generateRandomCodeVerifier();
        const [state, nonce] = [oauth.generateRandomState(), oauth.generateRandomNonce()];
        const address = new URL(String(server.authorization_endpoint));
        const parameters = {
          client_id: client.client_id,
          redirect_uri: redirectUri,
          response_type: 'code',
          scope: 'openid profile',
          code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          state,
          nonce,
        };
        address.search = new URLSearchParams(parameters).toString();
        return { address, pending: { verifier, state, nonce } };
      },
      async finish(address, { verifier, state, nonce }) {
        const parameters = oauth.validateAuthResponse(server, client, address, state);
        const answer = await oauth.authorizationCodeGrantRequest(
          server,
          client,
          authentication,
          parameters,
          redirectUri,
          verifier,
          INSECURE,
        );
        const options = { expectedNonce: nonce, requireIdToken: true };
        return validated(
          answer,
          await oauth.processAuthorizationCodeResponse(server, client, answer, options),
        );
      },
      async know({ response: { access_token }, claims }) {
        const answer = await oauth.userInfoRequest(server, client, access_token, INSECURE);
        return {
          claims,
          userinfo: await oauth.processUserInfoResponse(server, client, claims.sub, answer),
        };
      },
      async refresh({ response: { refresh_token = '' } }) {
        const answer = await oauth.refreshTokenGrantRequest(
          server,
          client,
          authentication,
          refresh_token,
          INSECURE,
        );
        return validated(answer, await oauth.processRefreshTokenResponse(server, client, answer));
      },
      endSession({ response: { id_token = '' } }) {
        const address = new URL(String(server.end_session_endpoint));
        address.searchParams.set('id_token_hint', id_token);
        address.searchParams.set('post_logout_redirect_uri', `${origin}/goodbye`);
        return address;
      },
    };

    async function validated(answer: Response, response: oauth.TokenEndpointResponse) {
      await oauth.validateApplicationLevelSignature(server, answer, INSECURE);
      const claims = oauth.getValidatedIdTokenClaims(response);
      if (claims === undefined) throw new Error('no ID token');
      return { response, claims };
    }
  });
}
