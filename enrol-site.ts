import type { Middleware } from 'koa';

import { CONFORMANCE_CODE } from './accounts/conformance-code.ts';
import { createContactCodes } from './accounts/contact-codes.ts';
import type { OneTimeCodes } from './accounts/one-time-codes.ts';
import type { Passkeys } from './accounts/passkeys.ts';
import type { SignInThrottle } from './accounts/throttle.ts';
import type { ApplicationOptions, ApplicationParts } from './application-parts.ts';
import type { OpenCases } from './enrolment/cases/open-cases.ts';
import { createApplicationThrottle } from './enrolment/application-throttle.ts';
import { enrolRoutes } from './portals/enrol/enrol-routes.ts';
import type { Csrf } from './web/csrf.ts';
import { OUTBOX_HREF } from './web/site-routes.tsx';

interface Shared extends OpenCases {
  readonly csrf: Csrf;
  readonly passkeys: Passkeys;
  readonly oneTimeCodes: OneTimeCodes;
  readonly signInThrottle: SignInThrottle;
}

/** The pages for who has no account yet. */
export function enrolSite(
  { config, secrets, clock }: ApplicationOptions,
  { stores, audit, messages, passwords }: ApplicationParts,
  shared: Shared,
): readonly Middleware[] {
  const { ephemerals, accounts, passkeys: passkeyRecords, cases: caseRecords } = stores;
  const common = { ephemeral: ephemerals, clock };
  const sandbox = config.mode === 'sandbox';
  return enrolRoutes({
    ...shared,
    clock,
    audit,
    ephemerals,
    accounts,
    passkeyRecords,
    caseRecords,
    passwords,
    contactCodes: createContactCodes({
      ...common,
      messages,
      key: secrets.derive('one-time-code'),
      fixedCode: config.profile === 'conformance' ? CONFORMANCE_CODE : undefined,
    }),
    applicationThrottle: createApplicationThrottle(common),
    sandbox,
    outboxHref: sandbox ? OUTBOX_HREF : undefined,
  });
}
