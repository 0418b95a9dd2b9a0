import { account } from './vi/account.ts';
import { keeping } from './vi/keeping.ts';
import { recover } from './vi/recover.ts';
import { accountState } from './vi/account-state.ts';
import { acting } from './vi/acting.ts';
import { activate } from './vi/activate.ts';
import { approval } from './vi/approval.ts';
import { caseHappened } from './vi/case-happened.ts';
import { caseRefusals } from './vi/case-refusals.ts';
import { cases } from './vi/cases.ts';
import { claims } from './vi/claims.ts';
import { common } from './vi/common.ts';
import { consent } from './vi/consent.ts';
import { device } from './vi/device.ts';
import { enrol } from './vi/enrol.ts';
import { enrolSubmit } from './vi/enrol-submit.ts';
import { errors } from './vi/errors.ts';
import { home } from './vi/home.ts';
import { officer } from './vi/officer.ts';
import { passkey } from './vi/passkey.ts';
import { portal } from './vi/portal.ts';
import { signIn } from './vi/sign-in.ts';
import { site } from './vi/site.ts';

export const vi = {
  ...common,
  ...signIn,
  ...passkey,
  ...accountState,
  ...consent,
  ...claims,
  ...errors,
  ...enrol,
  ...enrolSubmit,
  ...home,
  ...device,
  ...acting,
  ...approval,
  ...portal,
  ...officer,
  ...activate,
  ...site,
  ...account,
  ...keeping,
  ...recover,
  ...cases,
  ...caseHappened,
  ...caseRefusals,
} as const;
