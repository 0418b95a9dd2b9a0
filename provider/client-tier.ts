import { errors, type Client, type KoaContextWithOIDC } from 'oidc-provider';

import { isTier, TIER_RULES, type Tier, type TierRules } from '../clients/policy/tiers.ts';

/**
 * The tier of a relying party as our own record has it: the adapter puts it among the metadata the library keeps
 * (`client-adapter.ts`), so that it costs no look-up. Throws where it is not there, which is a defect of ours.
 */
export function tierOf(client: Client): Tier {
  const { tier } = client;
  if (!isTier(tier)) throw new TypeError('a client without a tier');
  return tier;
}

export function rulesOf(client: Client): TierRules {
  return TIER_RULES[tierOf(client)];
}

/** For `features.fapi.profile`. */
export function fapiProfile(
  _ctx: KoaContextWithOIDC,
  client: Client | undefined,
): '2.0' | undefined {
  return client !== undefined && rulesOf(client).fapi ? '2.0' : undefined;
}

/** For `rotateRefreshToken`. FAPI 2.0 Security Profile Final, 5.3.2.1: no rotation but in extraordinary circumstances. */
export function rotatesRefreshTokens({ oidc }: KoaContextWithOIDC): boolean {
  return oidc.client === undefined || rulesOf(oidc.client).rotatesRefreshTokens;
}

/** What a relying party signed that named no algorithm of its own at registration. Throws `InvalidClientAuth`. */
export function requireTierAlgorithm(client: Client, alg: unknown): void {
  const { signingAlgorithms } = rulesOf(client);
  if (signingAlgorithms.some((each) => each === alg)) return;
  throw new errors.InvalidClientAuth(`the tier allows ${signingAlgorithms.join(', ')}`);
}

/** What `aud` of a client assertion may be. */
export function assertionAudiences(
  client: Client | undefined,
  { issuer, tokenEndpoint }: { readonly issuer: string; readonly tokenEndpoint: string },
): ReadonlySet<string> {
  const onlyIssuer = client !== undefined && rulesOf(client).assertionAudience === 'issuer';
  return new Set(onlyIssuer ? [issuer] : [issuer, tokenEndpoint]);
}
