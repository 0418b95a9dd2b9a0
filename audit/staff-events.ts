import type { OfficeId, StaffId } from '../ids.ts';
import type { EventDefinitions } from './event-definition.ts';

/** Why somebody was appointed, or ended. */
export const STAFF_REASONS = ['new_colleague', 'new_duties', 'moved', 'left', 'misuse'] as const;
export type StaffReason = (typeof STAFF_REASONS)[number];

/** Who works at the counters, and what they look at. Who acted stands in the context of each event. */
export interface StaffEventData {
  readonly officeAdded: { readonly officeId: OfficeId; readonly kind: string };
  readonly staffAppointed: {
    readonly staffId: StaffId;
    readonly officeId: OfficeId;
    readonly roles: readonly string[];
    readonly reason: string;
  };
  readonly staffEnded: {
    readonly staffId: StaffId;
    readonly officeId: OfficeId;
    readonly reason: string;
  };
  readonly caseViewed: { readonly staffId: StaffId; readonly page: 'case' | 'form' | 'audit' };
  readonly caseSearched: { readonly staffId: StaffId; readonly found: number };
}

export const STAFF_EVENTS: EventDefinitions<keyof StaffEventData> = {
  officeAdded: {
    type: 'office.added',
    description: 'An office was entered.',
    fields: {
      officeId: 'The office',
      kind: '`commune_police`, `provincial_police`, `immigration` or `identification_authority`',
    },
  },
  staffAppointed: {
    type: 'staff.appointed',
    description:
      'Somebody works in an office from now on: by a supervisor of it, or by the operator where nobody is named as actor.',
    fields: {
      staffId: 'The record of this person in this office',
      officeId: 'The office',
      roles: '`receiving_officer`, `deciding_authority`, `supervisor`, `auditor`',
      reason: '`new_colleague`, `new_duties`, `moved`, `left` or `misuse`',
    },
  },
  staffEnded: {
    type: 'staff.ended',
    description: 'Somebody does not work in an office any more.',
    fields: {
      staffId: 'The record of this person in this office',
      officeId: 'The office',
      reason: 'As for `staff.appointed`',
    },
  },
  caseViewed: {
    type: 'case.viewed',
    description: 'An officer looked at a case (D69, Art. 17(2): use is recorded, too).',
    fields: {
      staffId: 'Who, in which office',
      page: '`case`; `form`: as it is printed; `audit`: what was recorded of it',
    },
  },
  caseSearched: {
    type: 'case.searched',
    description: 'An officer looked for cases by a number. The number is not recorded.',
    fields: { staffId: 'Who, in which office', found: 'How many there are that they may see' },
  },
};
