import { authJsParty } from './parties/auth-js.ts';
import { interopSuite } from './visits.ts';

interopSuite('Auth.js', ({ issuer }) => authJsParty(issuer), {
  denied: /\/auth\/signin\?error=OAuthCallbackError/,
  foreignState: /\/auth\/error\?error=Configuration/,
});
