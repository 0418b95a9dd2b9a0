import { readNumber } from '../answers.ts';
import { changed } from '../application-state.ts';
import { NumberPage } from '../pages/number-page.tsx';
import { again, answered, type QuestionStep } from '../question.ts';

/** Whether anybody has the number is not looked at here: every number that can be one goes on. */
export const number: QuestionStep = {
  show: ({ props, visit: { state } }) => (
    <NumberPage {...props} who={state.who ?? 'citizen'} typed={state.number?.value ?? ''} />
  ),

  async answer({ desks, props, visit }, form) {
    const { who = 'citizen' } = visit.state;
    const typed = form.text('identifier') ?? '';
    const read = readNumber(who, typed);
    if (read === undefined) {
      return again(<NumberPage {...props} who={who} typed={typed} malformed />);
    }
    await desks.applying.update(visit, (before) => changed(before, { number: read }));
    return answered;
  },
};
