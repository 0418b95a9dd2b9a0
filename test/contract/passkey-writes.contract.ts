import assert from 'node:assert/strict';

import type { Passkey } from '../../accounts/passkey-store.ts';
import { openKeeping } from '../../enrolment/keeping/open-keeping.ts';
import type { RegisterWrite } from '../../enrolment/register-writes.ts';
import type { AccountId } from '../../ids.ts';
import { freshBench, type OpenBench } from './engine.ts';
import { RACERS, raceAcrossProcesses, repeated, tally } from './race.ts';
import { sampleAccount, sampleLock, samplePasskey } from './samples.ts';

const WRITTEN = JSON.stringify({ kind: 'written' });
const OUTDATED = JSON.stringify({ kind: 'outdated' });
const MOST = 10;
const TOO_MANY = { kind: 'taken', what: 'too_many' } as const;

/** What holders do with their passkeys, beside whatever else is written of the account. */
export function describePasskeyWritesContract(name: string, open: OpenBench): void {
  describe(`Passkeys written with what belongs to them on ${name}`, () => {
    const bench = freshBench(open);
    const apply = (...writes: readonly RegisterWrite[]) => bench().stores.writer.apply(writes);
    const adding = (passkey: Passkey, most = MOST, signedOutAt?: number) =>
      ({ kind: 'passkey_added', passkey, most, signedOutAt }) as const;
    const removing = (accountId: AccountId, passkeyId: Passkey['id'] | 'all') =>
      ({ kind: 'passkey_removed', accountId, passkeyId, at: 7 }) as const;
    const held = (id: AccountId) => bench().stores.passkeys.listByAccount(id);

    async function person(): Promise<AccountId> {
      const account = sampleAccount();
      await bench().stores.accounts.insert(account);
      return account.id;
    }

    it('are added as they are, as far as there is a place, and each credential once', async () => {
      const id = await person();
      const passkey = samplePasskey(id);
      assert.deepEqual(await apply(adding(passkey)), { kind: 'written' });
      assert.deepEqual(await held(id), [passkey]);
      assert.equal((await bench().stores.accounts.findById(id))?.version, 1);
      assert.deepEqual(await apply(adding(samplePasskey(id), 1)), TOO_MANY);
      const { credentialId } = passkey;
      const again = adding(samplePasskey(await person(), { credentialId }));
      assert.deepEqual(await apply(again), { kind: 'taken', what: 'identifier' });
      await apply(removing(id, passkey.id));
      assert.deepEqual(await apply(adding(samplePasskey(id), 1)), { kind: 'written' });
      assert.deepEqual(await apply(adding(samplePasskey('acc_nobody'))), { kind: 'outdated' });
    });

    it('are renamed and removed by their holder, once, and while they are there', async () => {
      const [id, other] = [await person(), await person()];
      const passkey = samplePasskey(id);
      await apply(adding(passkey));
      const { id: passkeyId } = passkey;
      const renaming = (accountId: AccountId) =>
        ({ kind: 'passkey_renamed', accountId, passkeyId, name: 'Máy tính' }) as const;
      assert.deepEqual(await apply(renaming(other)), { kind: 'outdated' });
      assert.deepEqual(await apply(removing(other, passkeyId)), { kind: 'outdated' });
      assert.deepEqual(await apply(renaming(id)), { kind: 'written' });
      assert.deepEqual(await held(id), [{ ...passkey, name: 'Máy tính' }]);
      assert.deepEqual(await apply(removing(id, passkeyId)), { kind: 'written' });
      assert.deepEqual(await apply(removing(id, passkeyId)), { kind: 'outdated' });
      assert.deepEqual(await apply(renaming(id)), { kind: 'outdated' });
      assert.deepEqual(await held(id), []);
    });

    it('are removed all together, also where there is none', async () => {
      const [id, other] = [await person(), await person()];
      await apply(
        adding(samplePasskey(id)),
        adding(samplePasskey(id)),
        adding(samplePasskey(other)),
      );
      assert.deepEqual(await apply(removing(id, 'all')), { kind: 'written' });
      assert.deepEqual([(await held(id)).length, (await held(other)).length], [0, 1]);
      assert.deepEqual(await apply(removing(id, 'all')), { kind: 'written' });
    });

    it('are not added once everything of the account was ended since their holder was let in', async () => {
      const id = await person();
      await apply({ kind: 'lock_added', lock: sampleLock(id, { lockedAt: 50 }) });
      const late = samplePasskey(id, { createdAt: 51 });
      assert.deepEqual(await apply(adding(late)), { kind: 'outdated' });
      assert.deepEqual(await apply(adding(late, MOST, 49)), { kind: 'outdated' });
      assert.deepEqual(await apply(adding(late, MOST, 50)), { kind: 'written' });
      assert.deepEqual(await held(id), [late]);
    });

    it('take the last places one each, and are removed once, when many do so at once', async () => {
      const id = await person();
      const counts = await raceTo(() => [adding(samplePasskey(id), 3)]);
      assert.deepEqual(counts, { [WRITTEN]: 3, [JSON.stringify(TOO_MANY)]: RACERS - 3 });
      const [one] = await held(id);
      assert.ok(one);
      const removals = await raceTo(() => [removing(id, one.id)]);
      assert.deepEqual(removals, { [WRITTEN]: 1, [OUTDATED]: RACERS - 1 });
      assert.equal((await held(id)).length, 2);
    });

    it('of a thief do not outlive “it was not me”, however close one is to the other', async () => {
      const { stores, clock } = bench();
      const notMeUri = 'https://id.example/not-me';
      const { keeping } = openKeeping({ stores, clock, notMeUri });
      const people = await Promise.all(repeated(10, person));
      const since = clock();
      const thieves = people.flatMap((id) =>
        repeated(
          2,
          () =>
            ({ do: 'apply', writes: [adding(samplePasskey(id, { createdAt: clock() }))] }) as const,
        ),
      );
      await Promise.all([
        raceAcrossProcesses(bench(), thieves),
        ...people.map(async (accountId, index) => {
          await new Promise((resolve) => setTimeout(resolve, index * 3));
          const whose = { accountId, event: {} };
          const told = await keeping.notMe(whose, { since, by: 'session' });
          assert.equal(told.kind, 'done', JSON.stringify(told));
        }),
      ]);
      for (const id of people) {
        assert.deepEqual(await held(id), []);
        assert.equal((await stores.accounts.openLocks(id)).length, 1);
      }
    });

    async function raceTo(make: () => readonly RegisterWrite[]) {
      const commands = repeated(RACERS, () => ({ do: 'apply', writes: make() }) as const);
      return tally(await raceAcrossProcesses(bench(), commands));
    }
  });
}
