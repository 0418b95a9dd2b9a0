import assert from 'node:assert/strict';

import { createOneTimeCodeRecords } from '../../../accounts/one-time-code-records.ts';
import { createJourneys, provenBy } from '../../../interactions/journey.ts';
import { newId } from '../../../ids.ts';
import { formsOf, type Answer } from '../../support/http-agent.ts';
import type { OnceBench } from '../../support/once-bench.ts';
import { OnceBrowser } from '../../support/once-browser.ts';
import { newHolderOf, provenSince, several } from '../../support/once-people.ts';
import { inLanes, LANES, Tally } from '../../support/once-tally.ts';
import { OidcClient } from '../../support/oidc-client.ts';
import type { Person } from '../../support/session-people.ts';

/** Of the right answers too no more are looked at than of wrong ones. */
const OUTCOMES = { wins: () => false, refusals: ['303', '422 one-time-code'] } as const;

export function describeOneTimeCodes(open: () => OnceBench): void {
  it('a one-time code is accepted once', async () => {
    const bench = open();
    const client = await OidcClient.register(bench.issuer);
    const people = await several(LANES, () => newHolderOf(bench));
    const tally = new Tally(OUTCOMES);
    await inLanes(people, bench.trials, async (person) => {
      const browser = new OnceBrowser(bench);
      const { page, code } = await awaitedCode(bench, browser, client, person);
      const form = formsOf(page.body).find(({ fields }) => 'otp' in fields);
      assert.ok(form, `no page for a code: ${page.status}`);
      const attempt = browser.requestFor(form.action, { ...form.fields, otp: code });
      const since = Date.now();
      const answers = await bench.racers.race(attempt);
      tally.countProven(answers, await provenSince(bench, person, since));
    });
    tally.conclude('one-time codes', bench.trials);
  });
}

/** As after the right password, which would take longer than all the rest. */
async function awaitedCode(
  { stores, secrets }: OnceBench,
  browser: OnceBrowser,
  client: OidcClient,
  { accountId }: Person,
): Promise<{ page: Answer; code: string }> {
  const start = await browser.send(client.authorize().url);
  const address = new URL(start.headers.get('location') ?? '', client.issuer);
  const journeyId = address.pathname.split('/').at(-1) ?? '';
  const { ephemerals: ephemeral } = stores;
  const audience = {
    clientId: client.clientId,
    organisationId: newId('org'),
    publicService: false,
  };
  const password = { method: 'pwd', at: Date.now(), transaction: journeyId, audience } as const;
  await createJourneys(ephemeral).update(journeyId, (journey) =>
    provenBy(journey, accountId, password),
  );
  const records = createOneTimeCodeRecords({ ephemeral, key: secrets.derive('one-time-code') });
  const code = await records.issue({ journeyId, accountId, channel: 'sms' });
  return { page: await browser.send(address.href), code };
}
