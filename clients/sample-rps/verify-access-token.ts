/**
 * A resource server's own look at a JWT access token (RFC 9068, section 4), without asking the provider about each. Copy
 * this file for an API of your own, together with `require-authentication.ts`.
 */
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';

import { ProviderAway } from './shared/provider.ts';

export interface AccessTokenOptions {
  /** Compared with `iss`, character by character. */
  readonly issuer: string;
  /** The identifier this API is registered under: tokens for any other are not for it, however good. */
  readonly audience: string;
  /** From the provider's metadata; asked for at the first token. */
  readonly jwksUri: () => Promise<string>;
}

/** What the token says (RFC 9068, section 2.2); nothing of it is about the person but `sub`. */
export interface AccessToken extends JWTPayload {
  readonly sub: string;
  readonly client_id?: unknown;
  readonly scope?: unknown;
  readonly acr?: unknown;
  readonly auth_time?: unknown;
}

/** Undefined: not a token for this API. Throws `ProviderAway` when the keys cannot be had. */
export type VerifyAccessToken = (token: string) => Promise<AccessToken | undefined>;

/** Never what the token itself names: `none` and the symmetric ones are for forgers (RFC 8725, section 3.1). */
const ALGORITHMS = ['ES256', 'EdDSA', 'PS256', 'RS256'];
const CLOCK_TOLERANCE_SECONDS = 10;

export function accessTokenVerifier({
  issuer,
  audience,
  jwksUri,
}: AccessTokenOptions): VerifyAccessToken {
  let keys: Promise<JWTVerifyGetKey> | undefined;
  const openKeys = () => {
    // Kept by jose, and fetched again when a key is not among them: the provider rotates its keys.
    keys ??= jwksUri().then((uri) => createRemoteJWKSet(new URL(uri)));
    keys.catch(() => (keys = undefined));
    return keys;
  };
  return async (token) => {
    const getKey = await openKeys();
    try {
      const { payload } = await jwtVerify(token, getKey, {
        issuer,
        audience,
        typ: 'at+jwt',
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ['exp', 'sub', 'client_id', 'iat', 'jti'],
      });
      // Bound to a key (RFC 9449, section 6; RFC 8705, section 3): as a bearer token it is stolen.
      return payload.sub === undefined || 'cnf' in payload
        ? undefined
        : { ...payload, sub: payload.sub };
    } catch (error) {
      if (isBadToken(error)) return undefined;
      throw new ProviderAway('its keys cannot be had', { cause: error });
    }
  };
}

function isBadToken(error: unknown): boolean {
  return (
    error instanceof errors.JOSEError &&
    !(error instanceof errors.JWKSTimeout) &&
    !(error instanceof errors.JWKSInvalid) &&
    error.code !== 'ERR_JOSE_GENERIC'
  );
}
