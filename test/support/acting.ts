import type { Stores } from '../../adapters/stores.ts';
import { newId, type GuardianshipId } from '../../ids.ts';
import type { Guardianship, GuardianshipBasis } from '../../accounts/guardianship.ts';
import { dateInVietNam } from '../../accounts/vietnam-date.ts';
import { OidcClient } from './oidc-client.ts';
import type { SenidProcess } from './senid-process.ts';
import { insertPerson, type Person } from './session-people.ts';
import { withStores } from './session-server.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** `YYYY-MM-DD` of somebody who turned so many years old so many days ago. */
export function bornYearsAgo(years: number, days = 10): string {
  const day = dateInVietNam(Date.now() - days * DAY_MS);
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() - years);
  return date.toISOString().slice(0, 10);
}

export interface Family {
  readonly guardian: Person;
  readonly ward: Person;
  readonly guardianshipId: GuardianshipId;
}

export interface FamilyFacts {
  readonly guardian?: Person;
  readonly ward?: Person;
  readonly wardBorn?: string;
  readonly wardLevel?: 1 | 2;
  readonly guardianLevel?: 1 | 2;
  readonly basis?: GuardianshipBasis;
}

/** A guardian and a ward whom no other test knows; the ward is 10 unless told otherwise. */
export async function newFamily(senid: SenidProcess, facts: FamilyFacts = {}): Promise<Family> {
  return withStores(senid, (stores) => insertFamily(stores, senid.issuer, facts));
}

/** The same in stores that are open. */
export async function insertFamily(
  stores: Pick<Stores, 'accounts' | 'writer'>,
  issuer: string,
  facts: FamilyFacts = {},
): Promise<Family> {
  const guardian = facts.guardian ?? (await insertPerson(stores, issuer, facts.guardianLevel ?? 2));
  const ward = facts.ward ?? (await insertPerson(stores, issuer, facts.wardLevel ?? 1));
  const seen = await stores.accounts.findById(ward.accountId);
  if (seen === undefined) throw new Error('no ward');
  const guardianId = guardian.accountId;
  const account = { ...seen, birthdate: facts.wardBorn ?? bornYearsAgo(10), guardianId };
  const guardianship = guardianshipOf(guardian, ward, facts.basis ?? 'parent');
  const { kind } = await stores.writer.apply([
    { kind: 'account_changed', seen, account },
    { kind: 'guardianship_added', guardianship },
  ]);
  if (kind !== 'written') throw new Error(kind);
  return { guardian, ward, guardianshipId: guardianship.id };
}

function guardianshipOf(guardian: Person, ward: Person, basis: GuardianshipBasis): Guardianship {
  const createdAt = Date.now();
  return {
    id: newId('grd'),
    guardianId: guardian.accountId,
    wardId: ward.accountId,
    basis,
    fromDate: dateInVietNam(createdAt),
    untilDate: undefined,
    caseId: undefined,
    createdAt,
    endedAt: undefined,
  };
}

/** A birthday has come. */
export async function nowBorn(
  senid: SenidProcess,
  person: Person,
  birthdate: string,
): Promise<void> {
  await withStores(senid, async ({ accounts, writer }) => {
    const seen = await accounts.findById(person.accountId);
    if (seen === undefined) throw new Error('nobody');
    await writer.apply([{ kind: 'account_changed', seen, account: { ...seen, birthdate } }]);
  });
}

export async function endGuardianship(senid: SenidProcess, id: GuardianshipId): Promise<void> {
  await withStores(senid, async ({ guardianships, writer }) => {
    const guardianship = (await guardianships.page(undefined, 10_000)).find(
      (each) => each.id === id,
    );
    if (guardianship === undefined) throw new Error('no guardianship');
    await writer.apply([{ kind: 'guardianship_ended', guardianship, at: Date.now() }]);
  });
}

export async function lockAccount(senid: SenidProcess, { accountId }: Person): Promise<void> {
  await withStores(senid, ({ accounts }) =>
    accounts.addLock({
      id: newId('lock'),
      accountId,
      ground: 'own_request',
      lockedAt: Date.now(),
      liftedAt: undefined,
    }),
  );
}

/** A relying party of its own that takes who acts for another. */
export async function registerTaking(
  senid: SenidProcess,
  options: Parameters<typeof OidcClient.register>[1] = {},
): Promise<OidcClient> {
  const client = await OidcClient.register(senid.issuer, options);
  await takeActors(senid, client.clientId);
  return client;
}

/** What is agreed with a relying party is agreed anew; its processes know within four seconds, or when they ask first. */
export async function takeActors(
  senid: SenidProcess,
  clientId: string,
  takesActors = true,
): Promise<void> {
  await withStores(senid, (stores) => saveTaking(stores, clientId, takesActors));
}

/** The same in stores that are open. */
export async function saveTaking(
  { clients }: Pick<Stores, 'clients'>,
  clientId: string,
  takesActors = true,
): Promise<void> {
  const record = await clients.find(clientId);
  if (record === undefined) throw new Error('no client');
  await clients.save({ ...record, policy: { ...record.policy, takesActors } });
}

/** An organisation, and the person who represents it. Its account even has a password, which must open nothing. */
export async function newOrganisation(
  senid: SenidProcess,
  guardianLevel: 1 | 2 = 2,
): Promise<Family> {
  return withStores(senid, async (stores) => {
    const guardian = await insertPerson(stores, senid.issuer, guardianLevel);
    const ward = await insertPerson(stores, senid.issuer, 1);
    const seen = await stores.accounts.findById(ward.accountId);
    if (seen === undefined) throw new Error('no organisation');
    const name = `Tổ chức ${seen.identifier.slice(-6)}`;
    const account = { ...seen, name, subjectType: 'organisation', sex: undefined } as const;
    const guardianship = guardianshipOf(guardian, ward, 'legal_representative_of_organisation');
    const { kind } = await stores.writer.apply([
      { kind: 'account_changed', seen, account: { ...account, document: undefined } },
      { kind: 'guardianship_added', guardianship },
    ]);
    if (kind !== 'written') throw new Error(kind);
    return { guardian, ward, guardianshipId: guardianship.id };
  });
}
