import { passportParty } from './parties/passport-openidconnect.ts';
import { interopSuite } from './visits.ts';

interopSuite('passport-openidconnect', ({ issuer }) => passportParty(issuer), {
  denied: /\/failed/,
  foreignState: /\/failed/,
});
