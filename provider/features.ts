import type { Configuration } from 'oidc-provider';

import { assertClaimsParameter } from './claims-parameter.ts';
import { fapiProfile } from './client-tier.ts';
import type { ConfigurationParts } from './configuration.ts';
import { deviceInfo } from './device-pages.tsx';
import { dpopFeature } from './dpop.ts';
import { mutualTlsFeature } from './mutual-tls.ts';
import { requireSoundRequestObject } from './signed-by-clients.ts';
import { resourceIndicators } from './resources.ts';

/** Which parts of the library are on, and what each of them is told. */
export function features({
  config,
  secrets,
  mutualTls,
  pages,
  devicePages,
  ciba,
  tokens,
  registration,
  resources,
}: ConfigurationParts): Configuration['features'] {
  return {
    devInteractions: { enabled: false },
    dPoP: dpopFeature(secrets.derive('dpop-nonce')),
    mTLS: mutualTlsFeature(mutualTls),
    claimsParameter: { enabled: true, assertClaimsParameter },
    resourceIndicators: resourceIndicators(resources),
    pushedAuthorizationRequests: { enabled: true },
    userinfo: { enabled: true },
    jwtUserinfo: { enabled: true },
    encryption: { enabled: true },
    introspection: { enabled: true, allowedPolicy: tokens.mayIntrospect },
    revocation: { enabled: true },
    jwtIntrospection: { enabled: true },
    fapi: { enabled: true, profile: fapiProfile },
    // By value; whatever a request_uri names is never fetched.
    requestObjects: { enabled: true, assertJwtClaimsAndHeader: requireSoundRequestObject },
    jwtResponseModes: { enabled: true },
    registration: {
      enabled: true,
      // Ours, which a sandbox can do without: asked for where the library would have asked for its own.
      initialAccessToken: false,
      async issueRegistrationAccessToken(ctx) {
        await registration.admit(ctx);
        return true;
      },
    },
    registrationManagement: { enabled: true, rotateRegistrationAccessToken: true },
    deviceFlow: {
      enabled: true,
      charset: 'base-20',
      mask: '****-****',
      deviceInfo,
      ...devicePages,
    },
    ciba: ciba.feature,
    // Experimental in the library (docs/adr/0018): for who needs it only.
    externalSigningSupport: {
      enabled: config.signerSocket !== undefined,
      ack: 'experimental-01',
    },
    backchannelLogout: { enabled: true },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: pages.logout,
      postLogoutSuccessSource: pages.loggedOut,
    },
  };
}
