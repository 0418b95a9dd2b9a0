import { MAX_PASSKEYS } from '../../accounts/passkeys-registration.ts';
import type { Passkey } from '../../accounts/passkey-store.ts';
import { auditRecord } from '../../audit/events.ts';
import type { RegisterWrite } from '../register-writes.ts';
import type { KeepingMoment, KeptAccount } from './facts.ts';
import { personWritten } from '../notices/plain-words.ts';
import { told } from './telling.ts';

/** Whether it may be added is `mayAddPasskey`'s to say. Pure. */
export function passkeyAdded(
  kept: KeptAccount,
  { passkey, signedOutAt }: { readonly passkey: Passkey; readonly signedOutAt: number | undefined },
  moment: KeepingMoment,
): readonly RegisterWrite[] {
  const { id: passkeyId, backupEligible, attestationFormat } = passkey;
  const data = { passkeyId, deviceBound: !backupEligible, attestationFormat };
  return [
    { kind: 'passkey_added', passkey, most: MAX_PASSKEYS, signedOutAt },
    ...told('passkey_added', { passkeyName: personWritten(passkey.name) }, kept, moment),
    { kind: 'audit', record: auditRecord('passkeyAdded', moment.event, data, moment.now) },
  ];
}

/** Whether it may be removed is `mayRemovePasskey`'s to say. Pure. */
export function passkeyRemoved(
  kept: KeptAccount,
  { id: passkeyId, name }: Passkey,
  moment: KeepingMoment,
): readonly RegisterWrite[] {
  const { now, event } = moment;
  return [
    { kind: 'passkey_removed', accountId: kept.account.id, passkeyId, at: now },
    ...told('passkey_removed', { passkeyName: personWritten(name) }, kept, moment),
    { kind: 'audit', record: auditRecord('passkeyRemoved', event, { passkeyId }, now) },
  ];
}

/** A name proves nothing and opens nothing: whoever is signed in may give one. Pure. */
export function passkeyRenamed(
  kept: KeptAccount,
  { id: passkeyId }: Passkey,
  name: string,
  moment: KeepingMoment,
): readonly RegisterWrite[] {
  const { now, event } = moment;
  return [
    { kind: 'passkey_renamed', accountId: kept.account.id, passkeyId, name },
    ...told('passkey_renamed', { passkeyName: personWritten(name) }, kept, moment),
    { kind: 'audit', record: auditRecord('passkeyRenamed', event, { passkeyId }, now) },
  ];
}
