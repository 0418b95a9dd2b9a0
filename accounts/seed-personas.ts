import type { Clock } from '../clock.ts';
import { Conflict } from '../errors.ts';
import { newId, type AccountId, type LockId } from '../ids.ts';
import type { AccountStore } from './account.ts';
import type { Passwords } from './passwords.ts';
import type { Persona } from './persona.ts';
import { PERSONA_PASSWORD, personas } from './personas.ts';

interface Seeding {
  readonly accounts: AccountStore;
  readonly passwords: Pick<Passwords, 'setFirst'>;
  readonly now: number;
}

/**
 * Puts the personas into the register, and only what is missing of them; returns how many were missing. Several
 * processes may do so at once: each persona is there once in the end.
 */
export async function seedPersonas(
  stores: { readonly accounts: AccountStore },
  passwords: Pick<Passwords, 'setFirst'>,
  clock: Clock,
): Promise<number> {
  const now = clock();
  const seeding = { accounts: stores.accounts, passwords, now };
  let seeded = 0;
  // One after the other: a guardian stands before the ward, and hashes would queue anyway.
  for (const persona of personas(now)) {
    if (await seedPersona(persona, seeding)) seeded += 1;
  }
  return seeded;
}

/** The password comes last and marks the persona as complete: what a crash left half done is finished next time. */
async function seedPersona(persona: Persona, seeding: Seeding): Promise<boolean> {
  const { accounts, passwords, now } = seeding;
  const accountId = await ensureAccount(persona, seeding);
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
