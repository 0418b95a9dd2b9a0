import type { GuardianshipId } from '../ids.ts';
import type { EventDefinitions } from './event-definition.ts';

/** What the State's registers and the passing of days change about accounts, without anybody at a page. */
export interface RegisterEventData {
  readonly registerReported: {
    readonly register: string;
    readonly change: string;
    readonly effects: readonly string[];
  };
  readonly documentExpired: { readonly document: string };
  readonly guardianshipAdded: {
    readonly guardianshipId: GuardianshipId;
    readonly basis: string;
  };
  readonly guardianshipEnded: {
    readonly guardianshipId: GuardianshipId;
    readonly reason: 'register' | 'death' | 'age' | 'term' | 'number_cancelled';
  };
}

export const REGISTER_EVENTS: EventDefinitions<keyof RegisterEventData> = {
  registerReported: {
    type: 'register.reported',
    description: 'A register of the State told of a change, and the account follows its record.',
    fields: {
      register: '`population`, `immigration`, `civil_status` or `organisations`',
      change: 'What the register said had happened',
      effects:
        'What came of it here: `name`, `birthdate`, `sex`, `nationalities`, `address`, `document`, `residence_permit`, `locked`, `unlocked`, `guardianship_added`, `guardianship_ended`; names only, never a value',
    },
  },
  documentExpired: {
    type: 'account.document_expired',
    description:
      'The last day of a document is over: the account cannot be used until the register reports a new one.',
    fields: { document: '`identity_card`, `passport` or `residence_card`' },
  },
  guardianshipAdded: {
    type: 'guardianship.added',
    description: 'Somebody may act for this account; who it is stands as the actor.',
    fields: { guardianshipId: 'The record of it', basis: 'Why they may' },
  },
  guardianshipEnded: {
    type: 'guardianship.ended',
    description: 'Somebody may no longer act for this account.',
    fields: {
      guardianshipId: 'The record of it',
      reason:
        '`register`: the register names them no more; `death`; `age`: the ward is of age; `term`: its last day is over; `number_cancelled`',
    },
  },
};
