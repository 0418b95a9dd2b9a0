import { logoutsAtClients, type LogoutSources } from '../clients/account-logout.ts';
import { newDelivery } from '../clients/deliveries.ts';
import type { AccountId } from '../ids.ts';
import type { RegisterWrite, RegisterWriter } from './register-writes.ts';

/**
 * A writer for whom ending an account's sessions includes telling the relying parties so, by back-channel logout, in the
 * same transaction: whoever writes a lock or `signed_out` need not remember it. `onDelivery`: whoever delivers in this
 * process need not wait for its next look.
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
  const ended = new Map(writes.map(endedBy).filter((end) => end !== undefined));
  const logouts = await Promise.all(
    [...ended].map(async ([accountId, at]) =>
      (await logoutsAtClients(accountId, sources)).map((logout): RegisterWrite => ({
        kind: 'delivery',
        ...newDelivery(logout, at),
      })),
    ),
  );
  return logouts.flat();
}

function endedBy(write: RegisterWrite): readonly [AccountId, number] | undefined {
  if (write.kind === 'lock_added') return [write.lock.accountId, write.lock.lockedAt];
  return write.kind === 'signed_out' ? [write.accountId, write.at] : undefined;
}
