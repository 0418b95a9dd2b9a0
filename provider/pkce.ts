import type { Client, Configuration } from 'oidc-provider';

import { rulesOf } from './client-tier.ts';

type PkceRequired = NonNullable<NonNullable<Configuration['pkce']>['required']>;

/**
 * PKCE for everybody, with one way out that has to be registered: `require_pkce: false`, for a confidential client whose
 * library cannot do it. Each request of such a client must then have a `nonce`, which RFC 9700, section 2.1.1, lets stand
 * in for PKCE. A `code_verifier` without a challenge is refused by the library (section 4.8.2: no downgrade).
 */
export function pkceRule(profile: 'conformance' | undefined): PkceRequired {
  return (ctx, client) => {
    // The suite's plans for OpenID Connect know no PKCE, and leave the nonce out once too.
    if (profile === 'conformance' && mayGoWithout(client)) return false;
    const mayUseNonce = client['require_pkce'] === false && mayGoWithout(client);
    return !mayUseNonce || ctx.oidc.params?.['nonce'] === undefined;
  };
}

function mayGoWithout(client: Client): boolean {
  return client.clientAuthMethod !== 'none' && rulesOf(client).nonceInsteadOfPkce;
}
