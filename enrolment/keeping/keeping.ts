import type { MessageLocale } from '../../accounts/messages.ts';
import type { Passkey } from '../../accounts/passkey-store.ts';
import type { KeepPasskey } from '../../accounts/passkeys-ceremonies.ts';
import type { EventContext } from '../../audit/events.ts';
import type { AccountId, PasskeyId } from '../../ids.ts';
import { carryOut, loadKept, type CarriedOut, type KeepingSources } from './carry-out.ts';
import { chosenLanguage } from './chosen-language.ts';
import { requestContactChange, type ContactKind, type ContactRefusal } from './contact-change.ts';
import type { KeptAccount } from './facts.ts';
import { cancelChange, secureAccount, signedOutEverywhere } from './not-me.ts';
import type { OwnLockReason } from '../unlock-ways.ts';
import { ownLockWrites, unlockWithPasskey } from './own-lock.ts';
import { passkeyAdded, passkeyRemoved, passkeyRenamed } from './passkey-changes.ts';
import { requestRecovery, type RecoveryRefusal, type RecoveryRequest } from './recovery.ts';

export interface Whose {
  readonly accountId: AccountId;
  readonly event: EventContext;
}

type Refused<Reason> = { readonly kind: 'refused'; readonly reason: Reason };
type UnlockRefusal = 'nothing_to_lift' | 'passkey_too_new';
type Unlocked = { readonly kind: 'unlocked'; readonly locksLeft: number };
type Requested = { readonly kind: 'requested'; readonly effectiveAt: number };

type NotMeResult =
  | 'too_old'
  | { readonly passkeysRemoved: number; readonly changesCancelled: number };

/** What holders do to keep their accounts. Whether they proved enough for it is for whoever calls to have asked. */
export interface Keeping {
  load(accountId: AccountId): Promise<KeptAccount | undefined>;
  keepPasskey: KeepPasskey;
  renamePasskey(whose: Whose, passkeyId: PasskeyId, name: string): Promise<CarriedOut<boolean>>;
  /** `mayRemove` is asked again with what is on record when it is written. */
  removePasskey(
    whose: Whose,
    passkeyId: PasskeyId,
    mayRemove: (passkeys: readonly Passkey[]) => boolean,
  ): Promise<CarriedOut<boolean>>;
  changeContact(
    whose: Whose,
    change: { readonly kind: ContactKind; readonly value: string },
  ): Promise<CarriedOut<Refused<ContactRefusal> | Requested>>;
  /** In force at once, for messages and notices from then on; nobody is told of it. */
  chooseLanguage(whose: Whose, locale: MessageLocale): Promise<CarriedOut<undefined>>;
  /** False when it does not wait (any more). */
  cancel(whose: Whose, changeId: string): Promise<CarriedOut<boolean>>;
  recover(
    whose: Whose,
    recovery: RecoveryRequest & { readonly passwordHash: string },
  ): Promise<CarriedOut<Refused<RecoveryRefusal> | Requested>>;
  lock(whose: Whose, reason: Exclude<OwnLockReason, 'not_me'>): Promise<CarriedOut<undefined>>;
  unlock(whose: Whose, passkey: Passkey): Promise<CarriedOut<Refused<UnlockRefusal> | Unlocked>>;
  signOutEverywhere(whose: Whose): Promise<CarriedOut<undefined>>;
  notMe(
    whose: Whose,
    report: { readonly since: number; readonly by: 'code' | 'session' },
  ): Promise<CarriedOut<NotMeResult>>;
}

const nothing = { writes: [], result: false } as const;

export function createKeeping(sources: KeepingSources): Keeping {
  return {
    load: (accountId) => loadKept(sources, accountId),

    ...passkeysOf(sources),

    changeContact: (whose, change) =>
      carryOut<Refused<ContactRefusal> | Requested>(sources, withAlarm(whose), (kept, moment) => {
        const decision = requestContactChange(kept, change, moment);
        if (decision.kind === 'refused') return { writes: [], result: decision };
        const { writes, effectiveAt } = decision;
        return { writes, result: { kind: 'requested', effectiveAt } };
      }),

    chooseLanguage: (whose, locale) =>
      carryOut(sources, without(whose), (kept, moment) => ({
        writes: chosenLanguage(kept, locale, moment),
        result: undefined,
      })),

    cancel: (whose, changeId) =>
      carryOut(sources, without(whose), (kept, moment) => {
        const writes = cancelChange(kept, changeId, moment);
        return writes === undefined ? nothing : { writes, result: true };
      }),

    recover: (whose, recovery) =>
      carryOut<Refused<RecoveryRefusal> | Requested>(sources, withAlarm(whose), (kept, moment) => {
        const decision = requestRecovery(kept, recovery, moment);
        if (decision.kind === 'refused') return { writes: [], result: decision };
        const { writes, effectiveAt } = decision;
        return { writes, result: { kind: 'requested', effectiveAt } };
      }),

    ...locksOf(sources),
  };
}

const withAlarm = (whose: Whose) => ({ ...whose, alarm: true });
const without = (whose: Whose) => ({ ...whose, alarm: false });

function passkeysOf(
  sources: KeepingSources,
): Pick<Keeping, 'keepPasskey' | 'renamePasskey' | 'removePasskey'> {
  return {
    async keepPasskey(passkey, event, signedOutAt) {
      const { accountId } = passkey;
      const outcome = await carryOut(
        sources,
        { accountId, event, alarm: true },
        (kept, moment) => ({
          writes: passkeyAdded(kept, { passkey, signedOutAt }, moment),
          result: undefined,
        }),
      );
      if (outcome.kind === 'done') return 'kept';
      if (outcome.kind !== 'taken') return 'ended';
      return outcome.what === 'too_many' ? 'too_many' : 'already_registered';
    },

    renamePasskey: (whose, passkeyId, name) =>
      carryOut(sources, withAlarm(whose), (kept, moment) => {
        const passkey = kept.passkeys.find(({ id }) => id === passkeyId);
        if (passkey === undefined) return nothing;
        return { writes: passkeyRenamed(kept, passkey, name, moment), result: true };
      }),

    removePasskey: (whose, passkeyId, mayRemove) =>
      carryOut(sources, withAlarm(whose), (kept, moment) => {
        const passkey = kept.passkeys.find(({ id }) => id === passkeyId);
        if (passkey === undefined || !mayRemove(kept.passkeys)) return nothing;
        return { writes: passkeyRemoved(kept, passkey, moment), result: true };
      }),
  };
}

function locksOf(
  sources: KeepingSources,
): Pick<Keeping, 'lock' | 'unlock' | 'signOutEverywhere' | 'notMe'> {
  return {
    lock: (whose, reason) =>
      carryOut(sources, withAlarm(whose), (kept, moment) => ({
        writes: ownLockWrites(kept, reason, moment),
        result: undefined,
      })),

    unlock: (whose, passkey) =>
      carryOut<Refused<UnlockRefusal> | Unlocked>(sources, withAlarm(whose), (kept, moment) => {
        const decision = unlockWithPasskey(kept, passkey, moment);
        if (decision.kind === 'refused') return { writes: [], result: decision };
        const { writes, left } = decision;
        return { writes, result: { kind: 'unlocked', locksLeft: left.length } };
      }),

    signOutEverywhere: (whose) =>
      carryOut(sources, withAlarm(whose), (kept, moment) => ({
        writes: signedOutEverywhere(kept, moment),
        result: undefined,
      })),

    notMe: (whose, report) =>
      carryOut<NotMeResult>(sources, without(whose), (kept, moment) => {
        const secured = secureAccount(kept, report, moment);
        const { writes, tooOld, passkeysRemoved, changesCancelled } = secured;
        if (tooOld) return { writes, result: 'too_old' };
        return { writes, result: { passkeysRemoved: passkeysRemoved.length, changesCancelled } };
      }),
  };
}
