import {
  logoutsAtClients,
  logoutsOfActing,
  type LogoutSources,
} from '../clients/account-logout.ts';
import { newDelivery, type NewDelivery } from '../clients/deliveries.ts';
import type { AccountId } from '../ids.ts';
import type { RegisterWrite, RegisterWriter } from './register-writes.ts';

/**
 * A writer for whom ending an account's sessions includes telling the relying parties so, by back-channel logout, in the
 * same transaction: whoever writes a lock, `signed_out` or the end of a guardianship need not remember it. What somebody
 * was given for another ends with their own account and with the guardianship; the other's own goes on. `onDelivery`:
 * whoever delivers in this process need not wait for its next look.
 */
export function withEndings(
  writer: RegisterWriter,
  sources: LogoutSources,
  onDelivery: () => void = () => {},
): RegisterWriter {
  return {
    async apply(writes) {
      const all = [...writes, ...(await logoutWrites(writes, sources))];
      const outcome = await writer.apply(all);
      const delivers = all.some(({ kind }) => kind === 'delivery');
      if (outcome.kind === 'written' && delivers) onDelivery();
      return outcome;
    },
    cursor: (name) => writer.cursor(name),
  };
}

async function logoutWrites(
  writes: readonly RegisterWrite[],
  sources: LogoutSources,
): Promise<readonly RegisterWrite[]> {
  const own = new Map(writes.map(endedBy).filter((end) => end !== undefined));
  const acted = writes.map(actingEndedBy).filter((end) => end !== undefined);
  const logouts = await Promise.all([
    ...[...own].map(async ([accountId, at]) => [
      ...told(await logoutsAtClients(accountId, sources), at),
      ...told(await logoutsOfActing({ actorId: accountId }, sources, at), at),
    ]),
    ...acted
      // Everything of theirs ends anyway.
      .filter(({ actorId }) => !own.has(actorId))
      .map(async ({ at, ...persons }) => told(await logoutsOfActing(persons, sources, at), at)),
  ]);
  return logouts.flat();
}

function told(logouts: readonly NewDelivery[], at: number): readonly RegisterWrite[] {
  return logouts.map((logout) => ({ kind: 'delivery', ...newDelivery(logout, at) }));
}

function endedBy(write: RegisterWrite): readonly [AccountId, number] | undefined {
  if (write.kind === 'lock_added') return [write.lock.accountId, write.lock.lockedAt];
  return write.kind === 'signed_out' ? [write.accountId, write.at] : undefined;
}

function actingEndedBy(
  write: RegisterWrite,
): { readonly actorId: AccountId; readonly wardId: AccountId; readonly at: number } | undefined {
  if (write.kind !== 'guardianship_ended' && write.kind !== 'acting_ended') return undefined;
  const { guardianId, wardId } = write.guardianship;
  return { actorId: guardianId, wardId, at: write.at };
}
