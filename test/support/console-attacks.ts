import type { Factor } from '../../accounts/factors.ts';
import { newId } from '../../ids.ts';
import type { Answer } from './http-agent.ts';
import { portalCookie } from './portal-visit.ts';
import type { OfficerBrowser } from './officer-visit.ts';
import type { SenidProcess } from './senid-process.ts';
import { withStores } from './session-server.ts';

type Fields = Readonly<Record<string, string>> | readonly (readonly [string, string])[];

/** A token of the officer's own forms, as a script in their browser could read it. */
export async function tokenOf(browser: OfficerBrowser): Promise<string> {
  const { body } = await browser.open('/officer');
  return /name="csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';
}

/** A form no page of the console offers them, with a token that is right. */
export async function forge(
  senid: SenidProcess,
  browser: OfficerBrowser,
  path: string,
  fields: Fields = {},
): Promise<Answer> {
  const pairs = Array.isArray(fields) ? fields : Object.entries(fields);
  return postTo(senid, browser, path, [['csrf', await tokenOf(browser)], ...pairs]);
}

export function postTo(
  { issuer }: SenidProcess,
  browser: OfficerBrowser,
  path: string,
  fields: readonly (readonly [string, string])[],
  headers: Readonly<Record<string, string>> = { origin: issuer, 'sec-fetch-site': 'same-origin' },
): Promise<Answer> {
  const body = new URLSearchParams(fields.map(([name, value]) => [name, value]));
  return browser.send(issuer + path, { method: 'POST', body, headers });
}

/**
 * Rewrites what the officer's session rests on, as time would have: every proof is `ageMs` older, or it was made without
 * a passkey.
 */
export async function weakenSession(
  senid: SenidProcess,
  browser: OfficerBrowser,
  how: { readonly ageMs: number } | 'password and code',
): Promise<void> {
  const key = `officer ${browser.cookie(portalCookie('officer')) ?? ''}`;
  await withStores(senid, async ({ ephemerals, authentications }) => {
    const stored = await ephemerals.get('portal-session', key);
    const record = stored?.value as { readonly evidenceId: `evt_${string}` };
    const evidence = await authentications.find(record.evidenceId);
    if (stored === undefined || evidence === undefined) throw new Error('no session');
    const id = newId('evt');
    const at = Date.now();
    const [{ transaction, audience } = {}] = evidence.factors;
    if (transaction === undefined || audience === undefined) throw new Error('no proof');
    const proof = { transaction, audience, at };
    const factors: readonly Factor[] =
      how === 'password and code'
        ? [
            { method: 'pwd', ...proof },
            { method: 'otp', channel: 'sms', ...proof },
          ]
        : evidence.factors.map((factor) => ({ ...factor, at: factor.at - how.ageMs }));
    await authentications.append({ ...evidence, id, factors });
    const weak = { ...record, evidenceId: id };
    await ephemerals.compareAndPut('portal-session', key, weak, stored.version, 3_600);
  });
}
