import type { StepName } from './next-step.ts';
import type { Step } from './step.ts';
import { accountState } from './steps/account-state.tsx';
import { approve } from './steps/approve.tsx';
import { addPasskey } from './steps/add-passkey.tsx';
import { assent } from './steps/assent.tsx';
import { choosePerson } from './steps/choose-person.tsx';
import { consent } from './steps/consent.tsx';
import { chooseAccount, continueAs } from './steps/continue-as.tsx';
import { levelUnreachable } from './steps/level-unreachable.tsx';
import { oneTimeCode } from './steps/one-time-code.tsx';
import { signIn } from './steps/sign-in.tsx';
import { stepUp } from './steps/step-up.tsx';

/** Every page of the journey by name; `next-step.ts` says when each has its turn. */
export const STEPS: Readonly<Record<Exclude<StepName, 'finish'>, Step>> = {
  'choose-account': chooseAccount,
  'continue-as': continueAs,
  'sign-in': signIn,
  'one-time-code': oneTimeCode,
  'account-state': accountState,
  approve,
  'level-unreachable': levelUnreachable,
  'step-up': stepUp,
  'add-passkey': addPasskey,
  'choose-person': choosePerson,
  consent,
  assent,
};
