import type { PasskeyId, PendingChangeId } from '../ids.ts';
import type { EventDefinitions } from './event-definition.ts';

/** How people keep their accounts. A number, an address or a code stands in none of them. */
export interface KeepingEventData {
  readonly contactChangeRequested: {
    readonly changeId: PendingChangeId;
    readonly channel: 'phone' | 'email';
    readonly effectiveAt: number;
  };
  readonly contactChanged: { readonly channel: 'phone' | 'email' };
  readonly pendingChangeCancelled: {
    readonly changeId: PendingChangeId;
    readonly kind: 'phone' | 'email' | 'recovery';
    readonly reason: 'holder' | 'not_me' | 'phone_taken' | 'locked' | 'recovery' | 'in_person';
  };
  readonly recoveryProofed: { readonly outcome: string };
  readonly recoveryRequested: {
    readonly changeId: PendingChangeId | undefined;
    readonly way: 'counter' | 'guardian' | 'proofing';
    readonly effectiveAt: number;
  };
  readonly accountRecovered: {
    readonly way: 'counter' | 'guardian' | 'proofing';
    readonly coolDownUntil: number;
  };
  readonly accountSecured: {
    readonly by: 'code' | 'session';
    readonly passkeysRemoved: number;
    readonly changesCancelled: number;
  };
  readonly alarmCodeRefused: { readonly reason: 'unknown' | 'throttled' };
  readonly messageLanguageChosen: { readonly locale: 'vi' | 'en' };
  readonly passkeyRenamed: { readonly passkeyId: PasskeyId };
  readonly signedOutEverywhere: { readonly reason: 'person' | 'recovery' | 'not_me' };
}

export const KEEPING_EVENTS: EventDefinitions<keyof KeepingEventData> = {
  contactChangeRequested: {
    type: 'contact.change_requested',
    description:
      'A new phone or mail address was proven, and takes effect unless somebody calls it off.',
    fields: {
      changeId: 'The pending change, which holds the value',
      channel: '`phone` or `email`',
      effectiveAt: 'When it takes effect, epoch ms',
    },
  },
  contactChanged: {
    type: 'contact.changed',
    description: 'A phone number or mail address was replaced, or added.',
    fields: { channel: '`phone` or `email`' },
  },
  pendingChangeCancelled: {
    type: 'pending_change.cancelled',
    description: 'Something that waited will not take effect.',
    fields: {
      changeId: 'The pending change',
      kind: '`phone`, `email` or `recovery`',
      reason:
        '`holder`; `not_me`: with the code of a notice, or by who did not ask for it; `phone_taken`: somebody else holds the number; `locked`: the account was locked meanwhile; `recovery`: a recovery was asked for; `in_person`: level 2 was applied for at a counter',
    },
  },
  recoveryProofed: {
    type: 'recovery.proofed',
    description: 'Somebody who has lost their means gave number, document and face.',
    fields: { outcome: '`matched`, or why not' },
  },
  recoveryRequested: {
    type: 'recovery.requested',
    description: 'The means of an account are to be reset.',
    fields: {
      changeId: 'The pending change, where it waits',
      way: '`counter`, `guardian` or `proofing`',
      effectiveAt: 'When it takes effect, epoch ms',
    },
  },
  accountRecovered: {
    type: 'recovery.done',
    description:
      'The means of an account were reset: passkeys removed, a new password, all sessions ended.',
    fields: {
      way: '`counter`, `guardian` or `proofing`',
      coolDownUntil: 'Until then no level above 1 is reached, epoch ms',
    },
  },
  accountSecured: {
    type: 'account.secured',
    description: 'Somebody said that it was not them: the account was locked and everything ended.',
    fields: {
      by: '`code`: of a notice; `session`: signed in',
      passkeysRemoved: 'Passkeys added since',
      changesCancelled: 'What waited',
    },
  },
  alarmCodeRefused: {
    type: 'alarm_code.refused',
    description: 'The code of a notice was typed that does not exist (any more), or too many were.',
    fields: { reason: '`unknown` or `throttled`' },
  },
  messageLanguageChosen: {
    type: 'contact.language_chosen',
    description: 'A holder said in which language they want to be told things.',
    fields: { locale: '`vi` or `en`' },
  },
  passkeyRenamed: {
    type: 'passkey.renamed',
    description: 'A passkey was given another name by its holder.',
    fields: { passkeyId: 'The passkey' },
  },
  signedOutEverywhere: {
    type: 'account.signed_out_everywhere',
    description: 'Every session and grant of an account was ended.',
    fields: { reason: '`person`, `recovery` or `not_me`' },
  },
};
