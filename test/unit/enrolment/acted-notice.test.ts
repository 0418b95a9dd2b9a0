import assert from 'node:assert/strict';

import type { Account } from '../../../accounts/account.ts';
import { createActedNotice } from '../../../enrolment/notices/acted-notice.ts';
import { newId } from '../../../ids.ts';
import { freshAccountBench } from '../accounts/account-bench.ts';

const DAY_SECONDS = 24 * 60 * 60;

describe('A login for somebody else', () => {
  const bench = freshAccountBench();

  async function family() {
    const { person, stores, clock } = bench();
    const [mother, father] = [
      await person({ phone: '+84900000401', email: undefined, name: 'Lê Thị Mai' }),
      await person({ phone: '+84900000402', email: 'cha@example.vn' }),
    ];
    const child = await person({ birthdate: '2016-01-01', guardianId: mother.id });
    await stores.writer.apply(
      [mother, father].map((guardian) => ({
        kind: 'guardianship_added',
        guardianship: {
          id: newId('grd'),
          guardianId: guardian.id,
          wardId: child.id,
          basis: 'parent',
          fromDate: '2020-01-01',
          untilDate: undefined,
          caseId: undefined,
          createdAt: clock(),
          endedAt: undefined,
        },
      })),
    );
    return { mother, father, child, tell: createActedNotice(stores) };
  }

  async function sent() {
    const waiting = await bench().stores.deliveries.list({ limit: 50 });
    return waiting.map(({ payload }) => payload as { destination: string; text: string });
  }
  const signedIn = (actor: Account, child: Account) => ({
    accountId: child.id,
    actorId: actor.id,
    at: bench().clock(),
  });

  it('is told all guardians and stands on the page of the child, once a day and person', async () => {
    const { mother, father, child, tell } = await family();
    const acted = signedIn(mother, child);
    await Promise.all([tell(acted), tell(acted), tell(acted)]);
    assert.deepEqual((await sent()).map(({ destination }) => destination).toSorted(), [
      '+84900000401',
      '+84900000402',
      'cha@example.vn',
    ]);
    await tell(signedIn(father, child));
    assert.equal((await sent()).length, 6);
    bench().elapse(DAY_SECONDS);
    await tell(signedIn(mother, child));
    assert.equal((await sent()).length, 9);
    const onPage = await bench().stores.notices.ofAccount(child.id, 10);
    assert.deepEqual(
      onPage.map(({ kind }) => kind),
      Array.from({ length: 3 }, () => 'signed_in_on_behalf'),
    );
  });

  it('names who it was in mails, never in text messages', async () => {
    const { mother, child, tell } = await family();
    await tell(signedIn(mother, child));
    for (const { destination, text } of await sent()) {
      assert.equal(/Lê Thị Mai|Le Thi Mai/.test(text), destination.includes('@'), text);
    }
  });

  it('by who may not act any more is told nobody: it was none', async () => {
    const { mother, child, tell } = await family();
    await tell({ ...signedIn(mother, child), actorId: newId('acc') });
    assert.deepEqual(await sent(), []);
  });
});
