import { AUTHORIZATION_REQUEST } from './authorization-request.ts';
import { CLAIMS_AND_SCOPES } from './claims-and-scopes.ts';
import { CLIENT_ASSERTIONS } from './client-assertions.ts';
import { CLIENT_AUTHENTICATION } from './client-authentication.ts';
import { COMMAND_LINE } from './command-line.ts';
import { CREDENTIALS } from './credentials.ts';
import { DEVICE_AND_CIBA } from './device-and-ciba.ts';
import { DPOP } from './dpop.ts';
import type { ErrorEntry, ErrorTable } from './entry.ts';
import { FAULTS } from './faults.ts';
import { GRANTS } from './grants.ts';
import { PEOPLE } from './people.ts';
import { PUSHED_AND_SIGNED_REQUESTS } from './pushed-and-signed-requests.ts';
import { REDIRECT_AND_PKCE } from './redirect-and-pkce.ts';
import { REGISTRATION } from './registration.ts';
import { REQUEST_OBJECTS } from './request-objects.ts';
import { RESOURCES } from './resources.ts';
import { SITE } from './site.ts';
import { TOKENS } from './tokens.ts';

/** The parts of the table, by what they are about; `errors.area.<name>` in `i18n` is their heading. */
export const ERROR_AREAS = {
  authorization: { ...AUTHORIZATION_REQUEST, ...REDIRECT_AND_PKCE },
  pushed: { ...PUSHED_AND_SIGNED_REQUESTS, ...REQUEST_OBJECTS },
  claims: { ...CLAIMS_AND_SCOPES, ...RESOURCES },
  people: PEOPLE,
  clients: { ...CLIENT_AUTHENTICATION, ...CLIENT_ASSERTIONS },
  grants: GRANTS,
  tokens: { ...TOKENS, ...DPOP },
  registration: REGISTRATION,
  device: DEVICE_AND_CIBA,
  site: { ...SITE, ...FAULTS },
  other: { ...CREDENTIALS, ...COMMAND_LINE },
} as const satisfies Readonly<Record<string, ErrorTable>>;

export type ErrorArea = keyof typeof ERROR_AREAS;

/** Every error there is, by its stable code. */
export const ERRORS: ErrorTable = Object.fromEntries(
  Object.values(ERROR_AREAS).flatMap((area) => Object.entries<ErrorEntry>(area)),
);

export function errorEntry(code: string): ErrorEntry | undefined {
  return Object.hasOwn(ERRORS, code) ? ERRORS[code] : undefined;
}
