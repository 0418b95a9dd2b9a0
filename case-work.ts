import type { ApplicationOptions, ApplicationParts } from './application-parts.ts';
import { createActivation } from './enrolment/cases/activation.ts';
import type { Activation, Cases } from './enrolment/cases/cases.ts';
import { createCases } from './enrolment/cases/create-cases.ts';
import { ELIGIBILITY } from './enrolment/eligibility.ts';
import type { AccountId } from './ids.ts';

/** What everybody who deals with cases has in common. */
export interface CaseWork {
  readonly cases: Cases;
  readonly activation: Activation;
}

export function caseWork(
  { clock }: Pick<ApplicationOptions, 'clock'>,
  { stores, registers, audit }: Pick<ApplicationParts, 'stores' | 'registers' | 'audit'>,
): CaseWork {
  const dependencies = {
    ...stores,
    registers,
    eligibility: ELIGIBILITY,
    async endAll(accountId: AccountId) {
      await stores.writer.apply([{ kind: 'signed_out', accountId, at: clock() }]);
    },
    clock,
    audit,
  };
  return { cases: createCases(dependencies), activation: createActivation(dependencies) };
}
