import type { Answer } from './http-agent.ts';
import { formsOf } from './http-agent.ts';
import type { SenidProcess } from './senid-process.ts';
import { Browser } from './session-browser.ts';
import { walk, type Behaviour } from './session-journey.ts';

type Way = Omit<Behaviour, 'senid'> & { readonly browser?: Browser };

/** The list of what waits, signed in for on the way where nobody is. */
export async function openApprovals(
  senid: SenidProcess,
  { browser = new Browser(), ...behaviour }: Way,
): Promise<{ readonly browser: Browser; readonly list: Answer }> {
  const start = await browser.send(`${senid.issuer}/approvals`);
  return { browser, list: await walk(browser, start, { senid, ...behaviour }, 'nowhere:') };
}

/** How many requests stand in the list. */
export function waitingOn(list: Answer): number {
  return formsOf(list.body).filter(({ buttons }) => buttons.includes('review')).length;
}

/** As far as the page that asks for the approval of the first request of the list. */
export async function reviewFirst(
  senid: SenidProcess,
  way: Way,
): Promise<{ readonly browser: Browser; readonly page: Answer }> {
  const { browser, list } = await openApprovals(senid, way);
  const start = await browser.post(list, { review: '' });
  const page = await walk(browser, start, { senid, ...way, until: 'approve' }, 'nowhere:');
  return { browser, page };
}

/** Signs in, approves the first request, proves what it asks for; the page it ends with. */
export async function approveFirst(
  senid: SenidProcess,
  way: Way,
): Promise<{ readonly browser: Browser; readonly answer: Answer }> {
  const { browser, page } = await reviewFirst(senid, way);
  const start = await browser.post(page, { continue: '' });
  return { browser, answer: await walk(browser, start, { senid, ...way }, 'nowhere:') };
}
