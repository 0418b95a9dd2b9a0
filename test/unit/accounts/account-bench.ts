import type { Stores } from '../../../adapters/stores.ts';
import type { Account } from '../../../accounts/account.ts';
import { personas } from '../../../accounts/personas.ts';
import type { Clock } from '../../../clock.ts';
import { newId } from '../../../ids.ts';
import { makeSqliteFolder } from '../../support/sqlite-folder.ts';

/** Real stores with nothing in them, and a clock that only moves when told. */
export interface AccountBench {
  readonly stores: Stores;
  readonly clock: Clock;
  elapse(seconds: number): void;
  /** A made-up person of full age, put into the register. */
  person(overrides?: Partial<Account>): Promise<Account>;
}

/** A fresh bench for every test of the surrounding suite. */
export function freshAccountBench(): () => AccountBench {
  let open: { bench: AccountBench; close(): Promise<void> } | undefined;
  beforeEach(async () => {
    open = await openBench();
  });
  afterEach(async () => {
    await open?.close();
    open = undefined;
  });
  return () => {
    if (open === undefined) throw new Error('the bench exists only while a test runs');
    return open.bench;
  };
}

async function openBench() {
  let now = Date.parse('2026-11-21T03:00:00Z');
  let people = 0;
  const clock = () => now;
  const folder = makeSqliteFolder();
  const stores = await folder.open({ clock });
  const bench: AccountBench = {
    stores,
    clock,
    elapse: (seconds) => (now += seconds * 1000),
    async person(overrides = {}) {
      const phone = people === 0 ? {} : { phone: `+8498${String(people).padStart(7, '0')}` };
      people += 1;
      const account = { ...samplePerson(now), ...phone, ...overrides };
      await stores.accounts.insert(account);
      return account;
    },
  };
  return {
    bench,
    async close() {
      await stores.close();
      folder.remove();
    },
  };
}

let made = 0;

/** A different one at every call. */
function samplePerson(now: number): Account {
  const [persona] = personas(now);
  if (persona === undefined) throw new Error('there are no personas');
  const identifier = `099090${String((made += 1)).padStart(6, '9')}`;
  const id = newId('acc');
  return { ...persona.account, identifier, id, guardianId: undefined, createdAt: now };
}
