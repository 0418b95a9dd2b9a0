import type { EphemeralStore } from '../../accounts/ephemeral-store.ts';
import type { Audit } from '../../audit/events.ts';
import { ELIGIBILITY, ELIGIBILITY_AS_DRAFTED } from '../eligibility.ts';
import { createActivation } from './activation.ts';
import type { Activation, Cases } from './cases.ts';
import type { CasesDependencies } from './cases-dependencies.ts';
import { createCases } from './create-cases.ts';

type Stores = Omit<CasesDependencies, 'registers' | 'eligibility' | 'clock'> & {
  readonly ephemerals: EphemeralStore;
};

export interface OpenCases {
  readonly cases: Cases;
  readonly activation: Activation;
}

/** Cases and activation over the same stores. `drafted`: the operator has switched the wider rule on. */
export function openCases({
  stores,
  audit,
  drafted,
  ...rest
}: {
  readonly stores: Stores;
  readonly audit: Pick<Audit, 'activationRefused'>;
  readonly drafted: boolean;
} & Pick<CasesDependencies, 'registers' | 'clock'>): OpenCases {
  const dependencies: CasesDependencies = {
    ...stores,
    ...rest,
    eligibility: drafted ? ELIGIBILITY_AS_DRAFTED : ELIGIBILITY,
  };
  const { ephemerals } = stores;
  return {
    cases: createCases(dependencies),
    activation: createActivation({ ...dependencies, ephemerals, audit }),
  };
}
