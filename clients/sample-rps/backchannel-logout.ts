import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';

import { actorOf } from './shared/actor-of.ts';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const CLOCK_TOLERANCE_SECONDS = 10;
/** No logout token is good for longer, whatever it says itself. */
const LONGEST_SECONDS = 5 * 60;

/** Whose sessions end: those of `sid`, or all of `sub` where there is no `sid`. */
export interface LogoutDemand {
  /** Of these, those in which this person acted for `sub` (RFC 8693, section 4.1); all where it is absent. */
  readonly actor: string | undefined;
  readonly sid: string | undefined;
  readonly sub: string | undefined;
}

export class UnacceptableLogout extends Error {
  override readonly name = 'UnacceptableLogout';
}

export interface LogoutVerifierOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly jwksUri: () => Promise<string>;
}

/**
 * Reads a logout token as a relying party must (OpenID Connect Back-Channel Logout 1.0, section 2.6): signature, `iss`,
 * `aud`, `iat`, `exp`, `sub` or `sid`, `events`, no `nonce`, and no `jti` twice. Rejects with `UnacceptableLogout`.
 */
export function logoutTokenVerifier(
  options: LogoutVerifierOptions,
): (token: string) => Promise<LogoutDemand> {
  const { issuer, clientId, jwksUri } = options;
  /** `jti` → when it may be forgotten, epoch ms. */
  const seen = new Map<string, number>();
  let keys: Promise<JWTVerifyGetKey> | undefined;
  const openKeys = () => {
    // Kept by jose, and fetched again when a key is not among them: the provider rotates its keys.
    keys ??= jwksUri().then((uri) => createRemoteJWKSet(new URL(uri)));
    keys.catch(() => (keys = undefined));
    return keys;
  };

  return async (token) => {
    const getKey = await openKeys();
    const payload = await verified(() =>
      jwtVerify(token, getKey, {
        issuer,
        audience: clientId,
        typ: 'logout+jwt',
        // What our ID tokens are signed with, and nothing the token chooses.
        algorithms: ['ES256'],
        requiredClaims: ['iat', 'exp', 'jti'],
        maxTokenAge: LONGEST_SECONDS,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
      }),
    );
    const demand = demandOf(payload);
    refuseReplay(seen, String(payload.jti));
    return demand;
  };
}

async function verified(verify: () => ReturnType<typeof jwtVerify>): Promise<JWTPayload> {
  try {
    return (await verify()).payload;
  } catch (cause) {
    // What is wrong with the token; anything else is that the keys could not be fetched.
    const isToken =
      cause instanceof errors.JOSEError &&
      !(cause instanceof errors.JWKSTimeout) &&
      !(cause instanceof errors.JWKSInvalid) &&
      cause.code !== 'ERR_JOSE_GENERIC';
    if (!isToken) throw cause;
    throw new UnacceptableLogout(cause.code, { cause });
  }
}

function demandOf(payload: JWTPayload): LogoutDemand {
  const { sub, sid, events } = payload;
  const isObject = typeof events === 'object' && events !== null;
  const event: unknown = isObject ? Reflect.get(events, EVENT) : undefined;
  if (typeof event !== 'object' || event === null) {
    throw new UnacceptableLogout('no logout event');
  }
  if ('nonce' in payload) throw new UnacceptableLogout('nonce: this is an ID token');
  if (sid !== undefined && typeof sid !== 'string') throw new UnacceptableLogout('sid is no text');
  if (sid === undefined && sub === undefined) throw new UnacceptableLogout('neither sub nor sid');
  return { sid, sub, actor: actorOf(payload) };
}

function refuseReplay(seen: Map<string, number>, jti: string): void {
  const now = Date.now();
  for (const [old, until] of seen) if (until < now) seen.delete(old);
  if (seen.has(jti)) throw new UnacceptableLogout('jti was seen before');
  seen.set(jti, now + (LONGEST_SECONDS + CLOCK_TOLERANCE_SECONDS) * 1000);
}
