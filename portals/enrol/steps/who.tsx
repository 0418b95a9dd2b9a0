import { ENROL } from '../addresses.ts';
import { changed, type Application } from '../application-state.ts';
import { WhoPage } from '../pages/who-page.tsx';
import { again, answered, type QuestionStep } from '../question.ts';

export const who: QuestionStep = {
  show: ({ props, visit }) => <WhoPage {...props} chosen={visit.state.who} />,

  async answer({ desks, props, visit }, form) {
    const chosen = form.text('who');
    if (chosen === 'ward') return { kind: 'go', href: `${ENROL}/ward` };
    if (chosen !== 'citizen' && chosen !== 'foreigner')
      return again(<WhoPage {...props} missing />);
    await desks.applying.update(visit, (before) => answeredAs(before, chosen));
    return answered;
  },
};

/** What the one is asked is not what the other is asked; citizens have a phone of their own. */
function answeredAs(before: Application, chosen: 'citizen' | 'foreigner'): Application {
  if (before.who === chosen) return before;
  const phone = chosen === 'citizen' && before.phone === 'none' ? undefined : before.phone;
  return changed(before, { who: chosen, phone, number: undefined, details: undefined });
}
