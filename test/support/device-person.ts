import type { Answer } from './http-agent.ts';
import type { SenidProcess } from './senid-process.ts';
import { Browser } from './session-browser.ts';
import { walk, type Behaviour } from './session-journey.ts';

/** As far as the page that asks whether it is one's own device. */
export async function enterCode(
  senid: Pick<SenidProcess, 'issuer'>,
  userCode: string,
  browser: Browser = new Browser(),
): Promise<{ readonly browser: Browser; readonly page: Answer }> {
  const entry = await browser.get(`${senid.issuer}/device`);
  return { browser, page: await browser.submit(entry, { user_code: userCode }) };
}

/** Types the code, says that the device is theirs, and logs in; the page it ends with. */
export async function approveDevice(
  senid: SenidProcess,
  userCode: string,
  behaviour: Omit<Behaviour, 'senid'> & { readonly browser?: Browser },
): Promise<{ readonly browser: Browser; readonly answer: Answer }> {
  const { browser, page } = await enterCode(senid, userCode, behaviour.browser);
  const start = await browser.post(page, { continue: '' });
  return { browser, answer: await walk(browser, start, { senid, ...behaviour }, 'nowhere:') };
}
