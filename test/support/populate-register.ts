import type { Account } from '../../accounts/account.ts';
import type { RegisterStores } from '../../adapters/stores.ts';
import { sampleLife } from '../contract/life-samples.ts';
import { newId } from '../../ids.ts';
import {
  sampleAccount,
  sampleAuditRecord,
  sampleAuthentication,
  sampleClient,
  sampleConsent,
  samplePasskey,
} from '../contract/samples.ts';

const TOGETHER = 500;
const MONTH_MS = 30 * 86_400_000;

/** So many people, each with what a few logins leave behind, spread over the last two years. */
export async function populateRegister(stores: RegisterStores, people: number): Promise<void> {
  for (let client = 0; client < 20; client += 1) {
    await stores.clients.save(sampleClient({ clientId: `client-${client}` }));
  }
  for (let done = 0; done < people; done += TOGETHER) {
    const count = Math.min(TOGETHER, people - done);
    await Promise.all(Array.from({ length: count }, (_, index) => addPerson(stores, done + index)));
  }
}

/** With a case of theirs, and all that may lie around it. */
async function addWard(
  { accounts, writer, consents, authentications }: RegisterStores,
  guardian: Account,
): Promise<void> {
  const ward = sampleAccount({ guardianId: guardian.id });
  await accounts.insert(ward);
  await writer.apply(sampleLife(ward, guardian));
  const actorId = guardian.id;
  await consents.append(sampleConsent(ward.id, { actorId, assent: 'given' }));
  await authentications.append(sampleAuthentication(ward.id, { actorId }));
}

async function addPerson(stores: RegisterStores, number: number): Promise<void> {
  const account = sampleAccount({ createdAt: number, guardianId: undefined });
  const at = Date.now() - (number % 24) * MONTH_MS;
  await stores.accounts.insert(account);
  // A ward, in a row before or after its guardian's.
  if (number % 50 === 0) await addWard(stores, account);
  if (number % 40 === 0) {
    await stores.accounts.addLock({
      id: newId('lock'),
      accountId: account.id,
      ground: 'own_request',
      lockedAt: at,
      liftedAt: undefined,
    });
  }
  await Promise.all([
    stores.accounts.replacePasswordHash(account.id, `hash of ${number}`, undefined),
    stores.passkeys.insert(samplePasskey(account.id)),
    stores.consents.append(sampleConsent(account.id, { decidedAt: at })),
    stores.authentications.append(sampleAuthentication(account.id, { at })),
    stores.audit.append(sampleAuditRecord({ accountId: account.id, at })),
    stores.audit.append(sampleAuditRecord({ accountId: account.id, at: at + 1 })),
  ]);
}
