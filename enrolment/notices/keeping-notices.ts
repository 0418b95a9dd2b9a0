import { messageLocaleOf } from '../../accounts/messages.ts';
import type { Tell, Told as KeepingTold } from '../keeping/telling.ts';
import type { RegisterWrite } from '../register-writes.ts';
import type { NoticeFacts, NoticeKind } from './kinds.ts';
import { messageWrites, toldWrites } from './notice-writes.ts';
import { personWritten } from './plain-words.ts';

/** What keeping an account tells, by this catalogue. `notMeLink`: address of the page where an alarm code is typed. */
export function tellByCatalogue(notMeLink: string): Tell {
  return (told, now) => {
    const { account, to, alarmCode, parameters } = told;
    const around = {
      contacts: to,
      locale: messageLocaleOf(account),
      accountId: account.id,
      now,
    };
    const write = <Kind extends NoticeKind>(kind: Kind, facts: NoticeFacts<Kind>) =>
      toldWrites(kind, facts, around);
    const alarm = { alarmCode, notMeLink };
    const changed = parameters['channel'] === 'email' ? 'email' : 'phone';
    const passkeyName = personWritten(String(parameters['name'] ?? 'Passkey'));
    switch (told.kind) {
      case 'contact_change_requested': {
        const facts = { changed, effectiveAt: Number(parameters['effectiveAt']) } as const;
        // Whoever holds the new contact is nobody's holder yet, and has no say.
        return alarmCode === undefined
          ? messageWrites('contact_to_be_used', facts, around)
          : write('contact_change_requested', { ...facts, ...alarm });
      }
      case 'contact_changed':
        return write('contact_changed', { changed, ...alarm });
      case 'contact_change_cancelled':
        return write('contact_change_cancelled', { changed });
      case 'passkey_added':
      case 'passkey_renamed':
      case 'passkey_removed':
        return write(told.kind, { passkeyName, ...alarm });
      case 'recovery_requested':
        return write('recovery_requested', {
          effectiveAt: Number(parameters['effectiveAt']),
          ...alarm,
        });
      case 'recovery_done':
        return write('recovery_done', {
          coolDownUntil: Number(parameters['coolDownUntil']),
          ...alarm,
        });
      default:
        return withoutFacts(told, write, alarm);
    }
  };
}

function withoutFacts(
  { kind }: Pick<KeepingTold, 'kind'>,
  write: <Kind extends NoticeKind>(
    kind: Kind,
    facts: NoticeFacts<Kind>,
  ) => readonly RegisterWrite[],
  alarm: { readonly alarmCode: string | undefined; readonly notMeLink: string },
): readonly RegisterWrite[] {
  switch (kind) {
    // Who locked it is the holder's business: messages do not say it.
    case 'own_lock_added':
      return write('account_locked', alarm);
    case 'own_lock_lifted':
      return write('lock_lifted', alarm);
    case 'signed_out_everywhere':
      return write('signed_out_everywhere', alarm);
    case 'account_secured':
    case 'recovery_cancelled':
    case 'contact_phone_taken':
      return write(kind, {});
    default:
      throw new TypeError(`no notice for ${kind}`);
  }
}
