import { logIn, type Journey, type Visitor } from '../journey.ts';

/** A new browser, a service never used before; the code comes by message. */
export const firstLoginPassword: Journey<Visitor> = {
  name: 'first-login-password',
  title: 'first login, password and code',
  reusable: false,
  prepare: (contestant, count) => contestant.newcomers(count),
  async walk(contestant, connection, visitor) {
    await logIn(contestant, connection, visitor, {
      proof: 'password',
      pages: {
        senid: ['sign-in', 'one-time-code', 'consent'],
        bare: [],
        'bare-pages': ['login', 'consent'],
      },
    });
    return visitor;
  },
};
