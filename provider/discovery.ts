import type { Context } from 'koa';

import { locales } from '../web/i18n/locale.ts';
import { verifiedClaimsMetadata } from './verified-claims-metadata.ts';

export const DISCOVERY_PATHS: ReadonlySet<string> = new Set([
  '/.well-known/openid-configuration',
  '/.well-known/oauth-authorization-server',
]);

/** Members the library does not write by itself (OpenID Connect Discovery 1.0, section 3). */
export function discoveryMembers(
  issuer: string,
  resources: readonly string[],
): Readonly<Record<string, unknown>> {
  return {
    claim_types_supported: ['normal'],
    ui_locales_supported: [...locales],
    // Names and addresses are told as they are registered.
    claims_locales_supported: ['vi'],
    // The pages are the same and fit each of them; `wap` is let through and changes nothing.
    display_values_supported: ['page', 'popup', 'touch'],
    // Initiating User Registration via OpenID Connect 1.0, section 4: `create` is not among them.
    prompt_values_supported: ['none', 'login', 'consent', 'select_account'],
    // RFC 9728, section 4
    protected_resources: [...resources],
    service_documentation: `${issuer}/`,
    ...verifiedClaimsMetadata(),
  };
}

/** The library writes it as true whenever CIBA is on. A second secret for the person to remember would be one to give away. */
const NOT_SUPPORTED = { backchannel_user_code_parameter_supported: false };

/** RFC 8414, section 3.2: "Claims with zero elements MUST be omitted from the response". The library writes them. */
export function omitEmpty(ctx: Context): void {
  const body: unknown = ctx.body;
  if (!DISCOVERY_PATHS.has(ctx.path) || typeof body !== 'object' || body === null) return;
  ctx.body = Object.fromEntries(
    Object.entries({ ...body, ...NOT_SUPPORTED }).filter(
      ([, value]) => !Array.isArray(value) || value.length > 0,
    ),
  );
}
