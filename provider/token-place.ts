import type { Context } from 'koa';
import { errors, type KoaContextWithOIDC } from 'oidc-provider';

import { rulesOf } from './client-tier.ts';

/**
 * FAPI 2.0 Security Profile, section 5.3.4: an access token comes in the header. The library knows whose token it is
 * only here, when it asks for the account. Throws `InvalidRequest`.
 */
export function requireTokenInHeader({ oidc, headers }: KoaContextWithOIDC): void {
  if (oidc.route !== 'userinfo' || oidc.client === undefined) return;
  if (!rulesOf(oidc.client).fapi || headers.authorization !== undefined) return;
  throw new errors.InvalidRequest('the access token must be in the Authorization header');
}

const SIGNED = 'application/token-introspection+jwt';

/** A tier that demands signed introspection (RFC 9701) is told nothing without a signature, not even `active: false`. */
export function requireSignedIntrospection(ctx: Context): void {
  const { oidc } = ctx as Partial<KoaContextWithOIDC>;
  if (oidc?.route !== 'introspection' || oidc.client === undefined || ctx.status !== 200) return;
  if (!rulesOf(oidc.client).signedIntrospection || ctx.type === SIGNED) return;
  ctx.status = 400;
  ctx.body = {
    error: 'invalid_request',
    error_description: `introspection must be requested with Accept: ${SIGNED} for this client`,
  };
}
