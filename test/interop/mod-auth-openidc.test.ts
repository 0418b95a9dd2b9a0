import { apacheParty } from './parties/apache.ts';
import { interopSuite } from './visits.ts';

interopSuite("Apache's mod_auth_openidc", ({ issuer }) => apacheParty(issuer), {
  // Debian's version takes every answer with `iss` and without `code` (RFC 9207) for a login that a third party starts.
  denied: /Error: <pre>Invalid Request/,
  foreignState: /^400$/m,
});
