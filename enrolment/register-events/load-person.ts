import type { Account, AccountStore } from '../../accounts/account.ts';
import type { Guardianship, GuardianshipStore } from '../../accounts/guardianship.ts';
import type { AccountId } from '../../ids.ts';
import type { KnownPerson, Tie } from './known-person.ts';

export interface PersonSources {
  readonly accounts: Pick<AccountStore, 'findById' | 'findByIdentifier' | 'openLocks'>;
  readonly guardianships: Pick<GuardianshipStore, 'ofGuardian' | 'ofWard'>;
}

/** Undefined for who has no account here. */
export async function loadPerson(
  sources: PersonSources,
  number: string,
): Promise<KnownPerson | undefined> {
  const account = await sources.accounts.findByIdentifier(number);
  return account && loadKnown(sources, account);
}

async function loadKnown(sources: PersonSources, account: Account): Promise<KnownPerson> {
  const { accounts, guardianships } = sources;
  const [locks, asWard, asGuardian, guardian] = await Promise.all([
    accounts.openLocks(account.id),
    guardianships.ofWard(account.id),
    guardianships.ofGuardian(account.id),
    guardianOf(sources, account),
  ]);
  const guardians = await Promise.all(asWard.map((each) => tieOf(sources, each)));
  const wards = await Promise.all(asGuardian.map((each) => tieOf(sources, each)));
  return { account, guardian, locks, guardians: present(guardians), wards: present(wards) };
}

/** Who is reached in the place of a child or a ward. */
export async function guardianOf(
  { accounts }: { readonly accounts: Pick<AccountStore, 'findById'> },
  { guardianId }: Pick<Account, 'guardianId'>,
): Promise<Account | undefined> {
  return guardianId === undefined ? undefined : accounts.findById(guardianId);
}

/** Undefined when one of its ends is gone. */
export async function tieOf(
  { accounts, guardianships }: PersonSources,
  guardianship: Guardianship,
): Promise<Tie | undefined> {
  const [ward, guardian] = await Promise.all([
    accounts.findById(guardianship.wardId),
    accounts.findById(guardianship.guardianId),
  ]);
  if (ward === undefined || guardian === undefined) return undefined;
  const nextId = await nextGuardianId(guardianships, guardianship);
  const nextGuardian = nextId && (await accounts.findById(nextId));
  return { guardianship, ward, guardian, nextGuardian };
}

async function nextGuardianId(
  guardianships: PersonSources['guardianships'],
  { id, wardId }: Guardianship,
): Promise<AccountId | undefined> {
  const others = await guardianships.ofWard(wardId);
  return others.find((other) => other.id !== id)?.guardianId;
}

function present(ties: readonly (Tie | undefined)[]): readonly Tie[] {
  return ties.filter((tie) => tie !== undefined);
}
