import { oauth4webapiParty } from './parties/oauth4webapi.ts';
import { interopSuite } from './visits.ts';

interopSuite('oauth4webapi', ({ issuer }) => oauth4webapiParty(issuer), {
  denied: /access_denied/,
  foreignState: /OAUTH_INVALID_RESPONSE/,
});
