import { Needles } from './leak-scanner-needles.ts';
import type { Exchange } from './session-browser.ts';
import { knownIssuers, type Secret, type SecretKind } from './session-secrets.ts';

/** Something written that may have gone out, and what of it is there by right. */
export interface Writing {
  readonly where: string;
  readonly text: string;
  readonly allowed: ReadonlySet<SecretKind>;
}

const NOTHING: ReadonlySet<SecretKind> = new Set();
const OF_THE_PERSON: ReadonlySet<SecretKind> = new Set([
  'identification number',
  'name',
  'phone number',
  'mail address',
  'document number',
]);

/** Where which kind of secret lies open; the secret itself is not repeated. */
export function findLeaks(
  writings: Iterable<Writing>,
  secrets: readonly Secret[],
): readonly string[] {
  const needles = new Needles(secrets);
  const found = new Set<string>();
  for (const { where, text, allowed } of writings) {
    for (const kind of needles.in(text)) {
      if (!allowed.has(kind)) found.add(`${kind} in ${where}`);
    }
  }
  return [...found].toSorted();
}

/** Every line of standard output and error: JSON lines are the log; the banner names the personas. */
export function writingsOfOutput(output: string, where: string): readonly Writing[] {
  const banner = new Set<SecretKind>(['identification number', 'name', 'password']);
  return output
    .split('\n')
    .map((text) => ({ where, text, allowed: text.startsWith('{') ? NOTHING : banner }));
}

/** Addresses and redirects a browser got to see, and the pages of ours. */
export function writingsOfExchanges(exchanges: readonly Exchange[]): Writing[] {
  return exchanges.flatMap((exchange) => {
    const { method, url, location, page } = exchange;
    const where = `${method} ${new URL(url).pathname.replace(/^(\/\w+\/)[\w-]{40,}/, '$1…')}`;
    const address = { where: `the address of ${where}`, text: url, allowed: allowedInAddress(url) };
    const redirect = location !== undefined && {
      where: `a redirect of ${where}`,
      text: location,
      allowed: allowedInAddress(new URL(location, url).href),
    };
    const shown = page !== undefined &&
      isOurs(url) && {
        where: `the page of ${where}`,
        text: page,
        allowed: allowedOnPage(exchange, page),
      };
    return [address, redirect, shown].filter((writing) => writing !== false);
  });
}

function isOurs(address: string): boolean {
  return knownIssuers.has(new URL(address).origin);
}

/** A code goes to the relying party; an ID token comes from it as a hint, and so does the name of what it pushed. */
function allowedInAddress(address: string): ReadonlySet<SecretKind> {
  const codes = ['authorization code'] as const;
  if (!isOurs(address)) return new Set(codes);
  const backAtPortal = /^\/(officer|account)\/signed-in$/.test(new URL(address).pathname);
  return new Set<SecretKind>(['ID token', 'request_uri', ...(backAtPortal ? codes : [])]);
}

function allowedOnPage({ url }: Exchange, page: string): ReadonlySet<SecretKind> {
  const { pathname } = new URL(url);
  if (pathname.startsWith('/sandbox/'))
    return new Set([...OF_THE_PERSON, 'password', 'one-time code']);
  // Who acts for another reads on every page for whom.
  const inBanner: readonly SecretKind[] = page.includes('class="sen-acting"') ? ['name'] : [];
  // Sites people sign in to: officers see the cases of their office, holders themselves.
  if (/^\/(officer|account)(\/|$)/.test(pathname)) return OF_THE_PERSON;
  // What somebody types about themselves is shown to them again, in the browser it was typed in.
  if (/^\/(?:enrol|activate)(?:\/|$)/.test(pathname)) return OF_THE_PERSON;
  // The language switch leads to the same page, the hint of the relying party included.
  if (pathname === '/logout') return new Set(['ID token', ...inBanner]);
  // The answer to the relying party, where it is a form.
  if (page.includes('id="form-post"')) return new Set(['authorization code', ...inBanner]);
  const step = /action="\/interaction\/[^/"]+\/([a-z-]+)"/.exec(page)?.[1];
  switch (step) {
    case undefined:
      return new Set(inBanner);
    case 'one-time-code':
      return NOTHING;
    case 'sign-in':
      // What was typed a moment ago, shown again beside what is wrong with it.
      return new Set(['identification number']);
    case 'consent':
      return OF_THE_PERSON;
    default:
      return new Set(['name']);
  }
}
