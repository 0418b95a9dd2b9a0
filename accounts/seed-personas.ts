import type { Clock } from '../clock.ts';
import { Conflict } from '../errors.ts';
import { newId, type AccountId, type LockId } from '../ids.ts';
import type { AccountStore } from './account.ts';
import type { Guardianship } from './guardianship.ts';
import type { Passwords } from './passwords.ts';
import type { Persona } from './persona.ts';
import { PERSONA_PASSWORD, personas } from './personas.ts';
import { dateInVietNam } from './vietnam-date.ts';

interface Seeding {
  readonly accounts: AccountStore;
  readonly passwords: Pick<Passwords, 'setFirst'>;
  readonly addGuardianship: PersonaStores['addGuardianship'];
  readonly now: number;
}

export interface PersonaStores {
  readonly accounts: AccountStore;
  /** False when there is, or was, one of this id or of these two. */
  addGuardianship(guardianship: Guardianship): Promise<boolean>;
}

/**
 * Puts made-up people into the register, and only what is missing of them; returns how many were missing. Several
 * processes may do so at once: each persona is there once in the end.
 */
export async function seedPersonas(
  stores: PersonaStores,
  passwords: Pick<Passwords, 'setFirst'>,
  clock: Clock,
  people: readonly Persona[] = personas(clock()),
): Promise<number> {
  const now = clock();
  const { accounts } = stores;
  const addGuardianship = stores.addGuardianship.bind(stores);
  const seeding = { accounts, passwords, addGuardianship, now };
  let seeded = 0;
  // One after the other: a guardian stands before the ward, and hashes would queue anyway.
  for (const persona of people) {
    if (await seedPersona(persona, seeding)) seeded += 1;
  }
  return seeded;
}

/** The password comes last and marks the persona as complete: what a crash left half done is finished next time. */
async function seedPersona(persona: Persona, seeding: Seeding): Promise<boolean> {
  const { accounts, passwords, now } = seeding;
  const accountId = await ensureAccount(persona, seeding);
  const isNewWard = await ensureGuardianship(persona, accountId, seeding);
  // Nobody signs in as an organisation.
  if (persona.account.subjectType === 'organisation') return isNewWard;
  if ((await accounts.passwordHash(accountId)) !== undefined) return false;
  if (persona.lock !== undefined && (await accounts.openLocks(accountId)).length === 0) {
    const { lock: ground } = persona;
    const lock = { id: lockIdOf(accountId), accountId, ground, lockedAt: now, liftedAt: undefined };
    await unlessQuicker(accounts.addLock(lock));
  }
  const { kind } = await passwords.setFirst(accountId, PERSONA_PASSWORD);
  return kind === 'set';
}

async function ensureAccount(persona: Persona, { accounts, now }: Seeding): Promise<AccountId> {
  const existing = await accounts.findByIdentifier(persona.login);
  if (existing !== undefined) return existing.id;
  const { guardianLogin } = persona;
  const guardian =
    guardianLogin === undefined ? undefined : await accounts.findByIdentifier(guardianLogin);
  const id = newId('acc');
  const account = { ...persona.account, id, guardianId: guardian?.id, createdAt: now };
  if (await unlessQuicker(accounts.insert(account))) return id;
  const theirs = await accounts.findByIdentifier(persona.login);
  if (theirs === undefined) throw new Conflict('something of a persona is somebody else’s');
  return theirs.id;
}

async function ensureGuardianship(
  { basis, guardianLogin = '' }: Persona,
  wardId: AccountId,
  { accounts, addGuardianship, now }: Seeding,
): Promise<boolean> {
  if (basis === undefined) return false;
  const guardian = await accounts.findByIdentifier(guardianLogin);
  if (guardian === undefined) return false;
  return addGuardianship({
    // One and the same for every process and every start: one that was ended does not come back.
    id: `grd_${wardId.slice('acc_'.length)}`,
    guardianId: guardian.id,
    wardId,
    basis,
    fromDate: dateInVietNam(now),
    untilDate: undefined,
    caseId: undefined,
    createdAt: now,
    endedAt: undefined,
  });
}

/** One and the same for every process, so that only one of them adds it. */
function lockIdOf(accountId: AccountId): LockId {
  return `lock_${accountId.slice('acc_'.length)}`;
}

/** False when another process had inserted it a moment before. */
async function unlessQuicker(insertion: Promise<void>): Promise<boolean> {
  try {
    await insertion;
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}
