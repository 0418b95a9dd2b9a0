import { errors } from 'oidc-provider';
import { z } from 'zod';

import { acrRequest, type AcrRequest } from '../accounts/acr-request.ts';
import type { ClientPolicy } from '../clients/client.ts';
import type { DataRequest } from '../clients/disclosure.ts';
import { OPENID_CLAIMS } from '../clients/scopes.ts';
import { VERIFIED_CLAIMS, verifiedClaimsRequests } from './claims-parameter.ts';

/** One authorization request in our own words; the parameters have been validated by the library before. */
export interface AuthorizationRequest {
  readonly acr: AcrRequest;
  readonly maxAgeSeconds: number | undefined;
  /** `prompt=login`, also what `max_age=0` means. */
  readonly freshOnly: boolean;
  /** `prompt=consent` */
  readonly consentAnew: boolean;
  readonly interactive: boolean;
  readonly data: DataRequest;
  readonly uiLocales: string | undefined;
  readonly loginHint: string | undefined;
}

const claimRequest = z
  .object({
    essential: z.boolean().optional(),
    value: z.unknown().optional(),
    values: z.array(z.unknown()).optional(),
    purpose: z.string().optional(),
  })
  .nullable();
const claimsParameter = z.object({
  id_token: z.record(z.string(), z.unknown()).optional(),
  userinfo: z.record(z.string(), z.unknown()).optional(),
});

/** `params`: as the library keeps them, strings all. Throws `InvalidRequest` for a malformed `acr` claim. */
export function readAuthorizationRequest(
  params: Readonly<Record<string, unknown>>,
  policy: ClientPolicy,
): AuthorizationRequest {
  const prompts = words(params['prompt']);
  const claims = parseClaims(params['claims']);
  return {
    acr: acrRequest({
      acrValues: words(params['acr_values']),
      essentialValues: [
        essentialAcrValues(claims.id_token?.['acr']),
        essentialAcrValues(claims.userinfo?.['acr']),
      ],
      floor: policy.acrFloor,
    }),
    maxAgeSeconds: maxAge(params['max_age']),
    freshOnly: prompts.includes('login'),
    consentAnew: prompts.includes('consent'),
    interactive: !prompts.includes('none'),
    data: {
      scopes: words(params['scope']).filter((scope) => scope !== 'openid'),
      claims: requestedClaims(claims),
      verified: [claims.id_token, claims.userinfo].flatMap((target) =>
        verifiedClaimsRequests(target?.[VERIFIED_CLAIMS]),
      ),
    },
    uiLocales: text(params['ui_locales']),
    loginHint: text(params['login_hint']),
  };
}

function parseClaims(parameter: unknown): z.infer<typeof claimsParameter> {
  if (typeof parameter !== 'string') return {};
  const parsed = claimsParameter.safeParse(JSON.parse(parameter));
  if (!parsed.success) throw new errors.InvalidRequest('claims parameter is malformed');
  return parsed.data;
}

/** OIDC Core 5.5.1.1. `essential` without a value asks for nothing but the claim itself, which is always there. */
function essentialAcrValues(requested: unknown): readonly string[] {
  if (requested === undefined) return [];
  const parsed = claimRequest.safeParse(requested);
  if (!parsed.success)
    throw new errors.InvalidRequest('the acr of the claims parameter is malformed');
  if (parsed.data?.essential !== true) return [];
  const { value, values = value === undefined ? [] : [value] } = parsed.data;
  // Either reading of such a request would be below the other.
  if ('values' in parsed.data && (value !== undefined || values.length === 0)) {
    throw new errors.InvalidRequest(
      'the acr of the claims parameter needs either a value or a list of values',
    );
  }
  if (!values.every((each) => typeof each === 'string')) {
    throw new errors.InvalidRequest('the acr values of the claims parameter must be strings');
  }
  return values;
}

/** Claims about the person asked for one by one; those of the ID token itself need no consent. */
function requestedClaims(claims: z.infer<typeof claimsParameter>): DataRequest['claims'] {
  const own = new Set([...OPENID_CLAIMS, VERIFIED_CLAIMS]);
  const asked = new Map<string, DataRequest['claims'][number]>();
  for (const target of [claims.id_token, claims.userinfo]) {
    for (const [name, request] of Object.entries(target ?? {})) {
      const parsed = claimRequest.safeParse(request);
      if (own.has(name) || !parsed.success) continue;
      const before = asked.get(name);
      const { essential = false, purpose } = parsed.data ?? {};
      const said = purpose === undefined ? [] : [purpose];
      asked.set(name, {
        name,
        essential: before?.essential === true || essential,
        purposes: [...new Set([...(before?.purposes ?? []), ...said])],
      });
    }
  }
  return [...asked.values()];
}

/** The library takes whatever JavaScript reads as a whole number: `0x10`, `1e3`, spaces. */
function maxAge(value: unknown): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || !/^\d{1,15}$/.test(value)) {
    throw new errors.InvalidRequest('max_age must be a whole number of seconds');
  }
  return Number(value);
}

function words(value: unknown): readonly string[] {
  return typeof value === 'string' ? value.split(' ').filter((word) => word !== '') : [];
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
