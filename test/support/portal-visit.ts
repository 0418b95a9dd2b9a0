import type { Answer } from './http-agent.ts';
import type { SenidProcess } from './senid-process.ts';
import { Browser } from './session-browser.ts';
import { walk, type Behaviour } from './session-journey.ts';
import type { Person } from './session-people.ts';
import { noteSecret } from './session-secrets.ts';

export type PortalName = 'officer' | 'account';

export function portalCookie(name: PortalName): string {
  return `__Host-senid_${name}`;
}

/** Opens a page of a portal and answers whatever the provider asks, back to a page of the portal. */
export async function visitPortal(
  senid: SenidProcess,
  person: Person,
  path: string,
  options: Omit<Behaviour, 'senid' | 'person'> & { readonly browser?: Browser } = {},
): Promise<{ readonly browser: Browser; readonly page: Answer }> {
  const { browser = new Browser(), ...behaviour } = options;
  const start = await browser.send(senid.issuer + path);
  return { browser, page: await comeBack(senid, person, browser, start, behaviour) };
}

/** From a redirect to the provider to the page of the portal it leads back to. */
export async function comeBack(
  senid: SenidProcess,
  person: Person,
  browser: Browser,
  start: Answer,
  behaviour: Omit<Behaviour, 'senid' | 'person'> = {},
): Promise<Answer> {
  const page = await walk(browser, start, { senid, person, ...behaviour }, 'nowhere:');
  for (const name of ['officer', 'account'] as const) {
    noteSecret('session cookie', browser.cookie(portalCookie(name)));
  }
  return page;
}
