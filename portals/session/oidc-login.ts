import * as client from 'openid-client';

import { isId, type AuthenticationEventId } from '../../ids.ts';
import type { LoginSecrets, PendingLogin } from './pending-login.ts';
import type { Portal, PortalServices } from './portal.ts';

export interface LoginWish {
  readonly acr: string;
  readonly maxAgeSeconds: number;
  readonly uiLocales: string;
}

/** The OpenID Connect side of a portal: what any relying party does, done at our own provider. */
export interface OidcLogin {
  begin(wish: LoginWish, secrets: LoginSecrets): Promise<URL>;
  /**
   * Redeems the code. The library checks `state`, `iss` (RFC 9207), `nonce`, PKCE, and of the ID token its signature,
   * `iss`, `aud`, `exp` and `auth_time`. Returns what it rests on; throws what it finds.
   */
  finish(
    callbackSearch: string,
    secrets: LoginSecrets,
    pending: Pick<PendingLogin, 'sentAt' | 'maxAgeSeconds'>,
    now: number,
  ): Promise<AuthenticationEventId>;
  /** Where the session at the provider is ended, which asks first. */
  logoutAddress(uiLocales: string): Promise<URL>;
}

/** How far the provider's clock may differ: it is our own. */
const CLOCK_TOLERANCE_SECONDS = 5;
const TIMEOUT_SECONDS = 10;

export function createOidcLogin(
  portal: Portal,
  { issuer, fetch }: Pick<PortalServices, 'issuer' | 'fetch'>,
): OidcLogin {
  const redirectUri = `${issuer}${portal.path}/signed-in`;
  let known: Promise<client.Configuration> | undefined;
  // Asked at first use, and again after a failure: the program need not answer while it is being put together.
  const provider = () => {
    known ??= discover(portal, issuer, fetch).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };

  return {
    async begin({ acr, maxAgeSeconds, uiLocales }, { state, nonce, codeVerifier }) {
      return client.buildAuthorizationUrl(await provider(), {
        redirect_uri: redirectUri,
        scope: 'openid',
        acr_values: acr,
        max_age: String(maxAgeSeconds),
        ui_locales: uiLocales,
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
      });
    },

    async finish(callbackSearch, { state, nonce, codeVerifier }, pending, now) {
      const tokens = await client.authorizationCodeGrant(
        await provider(),
        new URL(redirectUri + callbackSearch),
        {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: codeVerifier,
          idTokenExpected: true,
          // Counted from when we asked: how long the person then took is not held against them.
          maxAge: pending.maxAgeSeconds + Math.max(0, Math.ceil((now - pending.sentAt) / 1000)),
        },
      );
      const evidence = tokens.claims()?.['authentication_event_id'];
      if (!isId('evt', evidence)) throw new TypeError('an ID token without its evidence');
      return evidence;
    },

    async logoutAddress(uiLocales) {
      return client.buildEndSessionUrl(await provider(), {
        post_logout_redirect_uri: `${issuer}${portal.path}/signed-out`,
        ui_locales: uiLocales,
      });
    },
  };
}

async function discover(
  { clientId, clientSecret }: Portal,
  issuer: string,
  fetch: typeof globalThis.fetch,
): Promise<client.Configuration> {
  return client.discovery(
    new URL(issuer),
    clientId,
    { id_token_signed_response_alg: 'ES256', [client.clockTolerance]: CLOCK_TOLERANCE_SECONDS },
    client.ClientSecretBasic(clientSecret),
    {
      timeout: TIMEOUT_SECONDS,
      [client.customFetch]: (url, options) => fetch(url, options as RequestInit),
      execute: [
        // Without this an ID token is believed without a look at its signature (OIDC Core 3.1.3.7).
        client.enableNonRepudiationChecks,
        // Nothing of it goes over a network.
        ...(issuer.startsWith('http:') ? [client.allowInsecureRequests] : []),
      ],
    },
  );
}
