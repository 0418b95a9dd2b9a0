import { logIn, NO_PAGES, type Journey, type Visitor } from '../journey.ts';

/** As a bank asks: the request pushed, the client proving itself by a signature, twice. */
export const pushedLogin: Journey<Visitor> = {
  name: 'pushed-login',
  title: 'the same, PAR and private_key_jwt',
  reusable: true,
  prepare: (contestant, count) => contestant.signedIn(count, 'key'),
  async walk(contestant, connection, visitor) {
    const options = { push: true, pages: NO_PAGES };
    const { browser } = await logIn(contestant, connection, visitor, options);
    return { ...visitor, cookies: browser.siteCookies };
  },
};
