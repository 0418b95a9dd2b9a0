import { ENROL, questionHref } from '../addresses.ts';
import { changed } from '../application-state.ts';
import { PhoneTakenPage } from '../pages/phone-taken-page.tsx';
import { again, answered, type QuestionInput, type QuestionStep } from '../question.ts';

/**
 * One phone, one person. Whoever proves it now is believed over an account that proved it once (the number may have had
 * another owner), unless an officer confirmed it in person.
 */
export const phoneTaken: QuestionStep = {
  show: (input) => page(input, false),

  async answer(input, form) {
    const { desks, visit } = input;
    switch (form.text('whose')) {
      case 'mine':
        return { kind: 'go', href: `${ENROL}/have-account` };
      case 'other':
        await desks.applying.update(visit, (before) =>
          changed(before, { phone: undefined, phoneHeld: undefined }),
        );
        return { kind: 'go', href: questionHref('phone') };
      case 'not-mine':
        if (visit.state.phoneHeld !== 'held') return again(page(input, true));
        await desks.applying.update(visit, (before) => changed(before, { phoneHeld: 'takes' }));
        return answered;
      default:
        return again(page(input, true));
    }
  },
};

function page({ props, visit }: QuestionInput, missing: boolean) {
  const inPerson = visit.state.phoneHeld === 'held_in_person';
  return <PhoneTakenPage {...props} inPerson={inPerson} missing={missing} />;
}
