import { SUBSTANTIAL } from '../../../accounts/assurance.ts';
import { logIn, type Journey, type Visitor } from '../journey.ts';

/** A new browser, a service never used before, one that wants `substantial`. */
export const firstLoginPasskey: Journey<Visitor> = {
  name: 'first-login-passkey',
  title: 'first login, passkey',
  reusable: false,
  prepare: (contestant, count) => contestant.newcomers(count),
  async walk(contestant, connection, visitor) {
    await logIn(contestant, connection, visitor, {
      proof: 'passkey',
      acr: SUBSTANTIAL,
      pages: { senid: ['sign-in', 'consent'], bare: [], 'bare-pages': ['login', 'consent'] },
    });
    return visitor;
  },
};
