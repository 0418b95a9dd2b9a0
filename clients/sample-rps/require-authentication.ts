/**
 * A resource server that wants to know how surely, and how lately, the person was authenticated (RFC 9470). Copy this
 * file for an API of your own: `requireAuthentication` stands in front of a route, and answers what the client must do.
 */
import type Koa from 'koa';

import { reaches } from './shared/acr-ladder.ts';
import type { AccessToken, VerifyAccessToken } from './verify-access-token.ts';

export interface AuthenticationRequirement {
  readonly realm: string;
  readonly scope: string;
  /** A minimum: a higher `acr` does too. */
  readonly acr: string;
  readonly maxAgeSeconds: number;
}

export interface AuthenticatedState extends Koa.DefaultState {
  token: AccessToken;
}

/** What is wrong with a token, in the members of the challenge (RFC 6750, section 3.1; RFC 9470, section 3). */
export interface Shortcoming {
  readonly error: 'invalid_token' | 'insufficient_scope' | 'insufficient_user_authentication';
  readonly error_description: string;
  readonly scope?: string;
  readonly acr_values?: string;
  readonly max_age?: string;
}

export function requireAuthentication(
  requirement: AuthenticationRequirement,
  verify: VerifyAccessToken,
): Koa.Middleware<AuthenticatedState> {
  return async (ctx, next) => {
    const presented = /^Bearer ([\w.~+/-]+=*)$/i.exec(ctx.get('Authorization'))?.[1];
    if (presented === undefined) return refuse(ctx, requirement.realm, undefined);
    const token = await verify(presented);
    const shortcoming = findShortcoming(token, requirement, Date.now() / 1000);
    if (token === undefined || shortcoming !== undefined) {
      return refuse(ctx, requirement.realm, shortcoming);
    }
    ctx.state.token = token;
    await next();
  };
}

/** `now`: seconds since 1970. Undefined: the token is good enough. */
export function findShortcoming(
  token: AccessToken | undefined,
  { scope, acr, maxAgeSeconds }: AuthenticationRequirement,
  now: number,
): Shortcoming | undefined {
  if (token === undefined) {
    return {
      error: 'invalid_token',
      error_description: 'the token is expired, forged or not for this API',
    };
  }
  if (typeof token.scope !== 'string' || !token.scope.split(' ').includes(scope)) {
    return {
      error: 'insufficient_scope',
      error_description: `the scope ${scope} is needed`,
      scope,
    };
  }
  const authTime = token.auth_time;
  const lately = typeof authTime === 'number' && authTime + maxAgeSeconds >= now;
  const surely = reaches(token.acr, acr);
  if (surely && lately) return undefined;
  return {
    error: 'insufficient_user_authentication',
    error_description: surely
      ? 'a more recent authentication is needed'
      : 'a higher authentication level is needed',
    // Both, always: one step-up then meets the whole requirement.
    acr_values: acr,
    max_age: String(maxAgeSeconds),
  };
}

/** RFC 6750, section 3: a request without a token gets no error code. */
function refuse(ctx: Koa.Context, realm: string, shortcoming: Shortcoming | undefined): void {
  ctx.status = shortcoming?.error === 'insufficient_scope' ? 403 : 401;
  ctx.set('WWW-Authenticate', bearerChallenge({ realm, ...shortcoming }));
  ctx.body = shortcoming ?? { error: 'unauthorized' };
}

/** RFC 9110, section 11.6.1: parameters as quoted strings. */
export function bearerChallenge(parameters: Readonly<Record<string, string | undefined>>): string {
  const written = Object.entries(parameters)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}="${String(value).replace(/["\\]/g, String.raw`\$&`)}"`);
  return `Bearer ${written.join(', ')}`;
}
