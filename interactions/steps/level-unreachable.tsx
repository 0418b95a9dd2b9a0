import { assuranceAsk, personFacts } from '../page-parts.ts';
import { demandedRequirement } from '../next-step.ts';
import { LevelUnreachablePage } from '../pages/level-unreachable-page.tsx';
import { knownSubject, type Step, type StepOutcome } from '../step.ts';

const unmet: Extract<StepOutcome, { kind: 'leave' }> = {
  kind: 'leave',
  error: 'unmet_authentication_requirements',
  description: 'the account cannot reach the authentication context asked for',
};

/** The account is below what the service asks: why, and the way to level 2. */
export const levelUnreachable: Step = {
  onCancel: unmet,

  show({ page, target, facts }) {
    const subject = knownSubject(facts);
    const requirement = demandedRequirement(facts);
    const accountTooLow = requirement !== undefined && subject.level < requirement.accountLevel;
    const why = subject.levelBackAt === undefined ? 'account' : 'cool-down';
    return (
      <LevelUnreachablePage
        ctx={page}
        target={target}
        ask={assuranceAsk(facts, page.locale)}
        person={personFacts(subject)}
        subjectType={subject.account.subjectType}
        why={accountTooLow ? why : 'biometric'}
        until={subject.levelBackAt}
      />
    );
  },

  submit: async () => unmet,
};
