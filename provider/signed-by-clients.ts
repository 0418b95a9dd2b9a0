import { errors, type Client, type KoaContextWithOIDC } from 'oidc-provider';

import { requireTierAlgorithm, rulesOf } from './client-tier.ts';
import { MOST_SECONDS_AHEAD } from './dpop.ts';

type Claims = Readonly<Record<string, unknown>>;

const LONGEST_SECONDS = 60 * 60;

/**
 * A client assertion, beyond what the library looks at. RFC 7523, section 3: an `exp` unreasonably far ahead may be refused;
 * its `jti` would have to be remembered that long. FAPI 2.0 Security Profile, section 5.3.2.1: `aud` is the issuer as a
 * string. Throws `InvalidClientAuth`.
 */
export function requireSoundAssertion(
  { oidc }: KoaContextWithOIDC,
  { exp, iat, aud }: Claims,
  { alg }: Claims,
  client: Client,
): void {
  requireTierAlgorithm(client, alg);
  if (typeof exp !== 'number' || exp - Date.now() / 1000 > LONGEST_SECONDS) {
    throw new errors.InvalidClientAuth('the assertion must expire within an hour');
  }
  if (isFromTheFuture(iat)) throw new errors.InvalidClientAuth('the assertion is from the future');
  if (rulesOf(client).fapi && aud !== oidc.issuer) {
    throw new errors.InvalidClientAuth('aud must be the issuer identifier, as a string');
  }
}

/** RFC 9101, section 10.8, and what writers put there before there was a type of its own. */
const TYPES: ReadonlySet<unknown> = new Set(['oauth-authz-req+jwt', 'JWT', 'jwt', undefined]);
const AUTHENTICATION_REQUEST = 'backchannel_authentication';

/**
 * A signed request object, beyond what the library looks at: signature, `iss` and `aud` have been. RFC 9101; FAPI 2.0 Message
 * Signing, section 5.3.1: `nbf` at most an hour ago, `exp` at most an hour after it. Throws `InvalidRequestObject`.
 */
export function requireSoundRequestObject(
  { oidc }: KoaContextWithOIDC,
  claims: Claims,
  { alg, typ }: Claims,
  client: Client,
): void {
  const { fapi, signingAlgorithms } = rulesOf(client);
  const refuse = (unsound: boolean, reason: string) => {
    if (unsound) throw new errors.InvalidRequestObject(reason);
  };
  const ciba = oidc.route === AUTHENTICATION_REQUEST;
  const pushed = 'PushedAuthorizationRequest' in oidc.entities;
  // What was pushed without a signature the library keeps as a request object of its own making.
  if (pushed && alg === 'none') return;
  refuse(
    !signingAlgorithms.some((each) => each === alg),
    `the tier allows ${signingAlgorithms.join(', ')}`,
  );
  refuse(!TYPES.has(typ), 'typ of a request object is oauth-authz-req+jwt');
  // RFC 9101, section 10.8: such a JWT could pass for a client assertion.
  refuse(claims['sub'] === client.clientId, 'a request object has no sub of the client');
  refuse(isFromTheFuture(claims['iat']), 'the request object is from the future');
  const demanded = [...(fapi ? ['exp', 'nbf'] : []), ...(ciba ? ['exp', 'nbf', 'iat', 'jti'] : [])];
  for (const name of demanded) {
    refuse(claims[name] === undefined, `the request object lacks ${name}`);
  }
  const { exp, nbf } = claims;
  if (!demanded.includes('nbf') || typeof exp !== 'number' || typeof nbf !== 'number') return;
  refuse(
    exp <= nbf || exp - nbf > LONGEST_SECONDS,
    'exp of the request object is at most an hour after nbf',
  );
}

function isFromTheFuture(iat: unknown): boolean {
  return iat !== undefined && !(Number(iat) - Date.now() / 1000 <= MOST_SECONDS_AHEAD);
}
