import { SUBSTANTIAL } from '../../../accounts/assurance.ts';
import { logIn, type Journey, type Visitor } from '../journey.ts';

/** A session at `low`, a request that wants `substantial`. */
export const stepUp: Journey<Visitor> = {
  name: 'step-up',
  title: 'step-up by passkey',
  reusable: false,
  prepare: (contestant, count) => contestant.signedIn(count),
  async walk(contestant, connection, visitor) {
    await logIn(contestant, connection, visitor, {
      acr: SUBSTANTIAL,
      pages: { senid: ['step-up'], bare: [], 'bare-pages': [] },
    });
    return visitor;
  },
};
