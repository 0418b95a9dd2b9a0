import { errors } from 'oidc-provider';

import { GrantRevoked, StoreUnavailable } from '../errors.ts';

/** Our errors in the library's words, so that they reach the wire with the right status. */
export async function asProtocolError<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof GrantRevoked) throw new errors.InvalidGrant('grant revoked');
    if (error instanceof StoreUnavailable) throw unavailable(error);
    throw error;
  }
}

/** The same for a callback the library is given. */
export function guarded<Arguments extends unknown[], Result>(
  callback: (...given: Arguments) => Promise<Result>,
): (...given: Arguments) => Promise<Result> {
  return (...given) => asProtocolError(callback(...given));
}

/**
 * RFC 6749 has no 503 of its own; `temporarily_unavailable` is the authorization endpoint's (4.1.2.1). It is answered
 * where it happens: a relying party that is sent back cannot try again by itself, a person can.
 */
function unavailable(cause: Error): errors.OIDCProviderError {
  const error = new errors.TemporarilyUnavailable('try again in a moment', { cause });
  return Object.assign(error, {
    status: 503,
    statusCode: 503,
    expose: true,
    allow_redirect: false,
  });
}
