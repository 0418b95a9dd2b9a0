import { logIn, NO_PAGES, type Journey, type Visitor } from '../journey.ts';

/** Signed in already, agreed already: nothing is asked. */
export const sessionLogin: Journey<Visitor> = {
  name: 'session-login',
  title: 'login with session and consent',
  reusable: true,
  prepare: (contestant, count) => contestant.signedIn(count),
  async walk(contestant, connection, visitor) {
    const { browser } = await logIn(contestant, connection, visitor, { pages: NO_PAGES });
    return { ...visitor, cookies: browser.siteCookies };
  },
};
