import assert from 'node:assert/strict';

import type { Account } from '../../accounts/account.ts';
import { goThroughOlderAccounts } from '../../enrolment/rounds/older-accounts-round.ts';
import { freshBench, type OpenBench } from './engine.ts';
import { sampleGuardianship } from './life-samples.ts';
import { repeated } from './race.ts';
import { sampleAccount } from './samples.ts';

/** What a SenID from before left behind: people without the day that ends them, and wards without a reason. */
export function describeOlderAccountsContract(name: string, open: OpenBench): void {
  describe(`Accounts of an older SenID on ${name}`, () => {
    const bench = freshBench(open);
    const span = { from: '2030-01-01', to: '2030-12-31', limit: 500 };

    async function there(...people: readonly Account[]): Promise<void> {
      for (const each of people) await bench().stores.accounts.insert(each);
      await bench().tamper('update accounts set ends_on = null');
    }

    async function toEnd(): Promise<number> {
      let pages = 0;
      while ((await goThroughOlderAccounts({ ...bench().stores, clock: bench().clock })) === 'more')
        pages += 1;
      return pages;
    }

    it('are found by the day they end from then on, page by page, and gone through once', async () => {
      const { accounts, writer } = bench().stores;
      const people = repeated(130, () => sampleAccount());
      await there(...people);
      assert.deepEqual(await accounts.ending(span), []);
      assert.equal(await toEnd(), 2);
      assert.equal((await accounts.ending(span)).length, 130);
      const [one] = people;
      assert.ok(one);
      assert.deepEqual(await accounts.findById(one.id), { ...one, version: 1 });
      assert.equal(await toEnd(), 0);
      assert.equal((await writer.cursor('once/older-accounts'))?.position, 'done');
    });

    it('are each changed once by rounds of all nodes at once, and not over what others change', async () => {
      const { accounts, writer } = bench().stores;
      const [seen, other] = [sampleAccount(), sampleAccount()];
      await there(seen, other);
      const email = 'new@example.test';
      await Promise.all([
        writer.apply([{ kind: 'account_changed', seen, account: { ...seen, email } }]),
        ...repeated(5, toEnd),
      ]);
      while (
        (await goThroughOlderAccounts({ ...bench().stores, clock: bench().clock })) !== 'done'
      );
      assert.equal((await accounts.findById(seen.id))?.email, email);
      assert.equal((await accounts.findById(other.id))?.version, 1);
      assert.equal((await accounts.ending(span)).length, 2);
    });

    it('get the reason their guardian had: children and organisations, once, and no adult', async () => {
      const { guardianships } = bench().stores;
      const guardian = sampleAccount();
      const ward = (overrides: Partial<Account>) =>
        sampleAccount({ guardianId: guardian.id, phone: undefined, ...overrides });
      const child = ward({ birthdate: '2020-01-02' });
      const known = ward({ birthdate: '2020-01-03' });
      const firm = ward({ subjectType: 'organisation', birthdate: '2019-01-01' });
      const adult = ward({ birthdate: '1950-01-01' });
      await there(guardian, child, known, firm, adult);
      const appointed = sampleGuardianship(guardian.id, known.id, { basis: 'appointed_guardian' });
      await bench().stores.writer.apply([{ kind: 'guardianship_added', guardianship: appointed }]);
      await toEnd();
      const basisOf = async ({ id }: Account) =>
        (await guardianships.ofWard(id)).map(({ basis }) => basis);
      assert.deepEqual(await basisOf(child), ['parent']);
      assert.deepEqual(await basisOf(known), ['appointed_guardian']);
      assert.deepEqual(await basisOf(firm), ['legal_representative_of_organisation']);
      assert.deepEqual(await basisOf(adult), []);
    });
  });
}
