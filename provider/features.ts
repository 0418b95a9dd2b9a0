import type { Configuration } from 'oidc-provider';

import type { ConfigurationParts } from './configuration.ts';

/** Which parts of the library are on, and what each of them is told. */
export function features({ config, pages, tokens }: ConfigurationParts): Configuration['features'] {
  return {
    devInteractions: { enabled: false },
    dPoP: { enabled: false },
    resourceIndicators: { enabled: false },
    claimsParameter: { enabled: true },
    pushedAuthorizationRequests: { enabled: true },
    userinfo: { enabled: true },
    introspection: { enabled: true, allowedPolicy: tokens.mayIntrospect },
    revocation: { enabled: true },
    registration: { enabled: config.mode === 'sandbox', initialAccessToken: false },
    // Experimental in the library (docs/adr/0018): for who needs it only.
    externalSigningSupport: {
      enabled: config.signerSocket !== undefined,
      ack: 'experimental-01',
    },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: pages.logout,
      postLogoutSuccessSource: pages.loggedOut,
    },
  };
}
