import { newId } from '../../../ids.ts';
import type { Account } from '../../../accounts/account.ts';
import type { Guardianship } from '../../../accounts/guardianship.ts';
import { goThroughDocuments } from '../../../enrolment/rounds/document-round.ts';
import { goThroughGuardianships } from '../../../enrolment/rounds/birthday-round.ts';
import type { AccountBench } from '../accounts/account-bench.ts';

export interface RoundsBench extends AccountBench {
  /** Whether everything from before now is over. */
  signedOut(account: Account): Promise<boolean>;
  /** Days in Viet Nam go by: `at` is `2026-12-01T07:30+07:00`. */
  moveTo(at: string): void;
  /** The day's work, to its end; how many pages it took. */
  doDay(): Promise<number>;
  /** `kind days` of the notices of an account, oldest first. */
  told(account: Account): Promise<readonly string[]>;
  ward(guardian: Account, overrides: Partial<Account>): Promise<Account>;
  tie(guardian: Account, ward: Account, basis?: Guardianship['basis']): Promise<Guardianship>;
}

export function roundsBench(bench: AccountBench): RoundsBench {
  const { stores, clock } = bench;
  const sources = { ...stores, clock };
  const toEnd = async (page: () => Promise<string>) => {
    let pages = 0;
    while ((await page()) !== 'done') pages += 1;
    return pages;
  };
  const tie: RoundsBench['tie'] = async (guardian, ward, basis = 'parent') => {
    const guardianship: Guardianship = {
      id: newId('grd'),
      guardianId: guardian.id,
      wardId: ward.id,
      basis,
      fromDate: '2020-01-01',
      untilDate: undefined,
      caseId: undefined,
      createdAt: clock(),
      endedAt: undefined,
    };
    await stores.writer.apply([{ kind: 'guardianship_added', guardianship }]);
    return guardianship;
  };
  return {
    ...bench,
    async signedOut({ id }) {
      return (await stores.accounts.findById(id))?.signedOutAt !== undefined;
    },
    tie,
    moveTo(at) {
      bench.elapse((Date.parse(at) - clock()) / 1_000);
    },
    async doDay() {
      const documents = await toEnd(() => goThroughDocuments(sources));
      return documents + (await toEnd(() => goThroughGuardianships(sources)));
    },
    async told({ id }) {
      const notices = await stores.notices.ofAccount(id, 100);
      return notices
        .toReversed()
        .map(({ kind, parameters }) =>
          [kind, parameters['days'] ?? parameters['age'] ?? parameters['as'] ?? '']
            .join(' ')
            .trim(),
        );
    },
    async ward(guardian, overrides) {
      const ward = await bench.person({
        phone: undefined,
        email: undefined,
        guardianId: guardian.id,
        ...overrides,
      });
      await tie(guardian, ward);
      return ward;
    },
  };
}
