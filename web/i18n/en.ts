import { account } from './en/account.ts';
import { keeping } from './en/keeping.ts';
import { recover } from './en/recover.ts';
import { accountState } from './en/account-state.ts';
import { acting } from './en/acting.ts';
import { activate } from './en/activate.ts';
import { approval } from './en/approval.ts';
import { caseHappened } from './en/case-happened.ts';
import { caseRefusals } from './en/case-refusals.ts';
import { cases } from './en/cases.ts';
import { claims } from './en/claims.ts';
import { common } from './en/common.ts';
import { consent } from './en/consent.ts';
import { device } from './en/device.ts';
import { enrol } from './en/enrol.ts';
import { enrolSubmit } from './en/enrol-submit.ts';
import { errors } from './en/errors.ts';
import { home } from './en/home.ts';
import { officer } from './en/officer.ts';
import { passkey } from './en/passkey.ts';
import { portal } from './en/portal.ts';
import { signIn } from './en/sign-in.ts';
import { site } from './en/site.ts';

export const en = {
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
