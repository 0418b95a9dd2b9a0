import { openidClientParty } from './parties/openid-client.ts';
import { interopSuite } from './visits.ts';

interopSuite('openid-client', ({ issuer }) => openidClientParty(issuer), {
  denied: /access_denied/,
  foreignState: /OAUTH_INVALID_RESPONSE/,
});
