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
  readonly staffingRefused: {
    readonly staffId: StaffId;
    readonly officeId: OfficeId;
    readonly reason: string;
  };
  readonly openingRefused: {
    readonly staffId: StaffId;
    readonly kind: string;
    readonly reason: string;
  };
  readonly stepRefused: {
    readonly staffId: StaffId;
    readonly step: string;
    readonly reason: string;
  };
  readonly caseViewed: { readonly staffId: StaffId; readonly page: 'case' | 'form' | 'audit' };
  readonly caseWithheld: { readonly staffId: StaffId };
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
  staffingRefused: {
    type: 'staff.refused',
    description:
      'A supervisor could not appoint or end somebody. The number that was typed is not recorded; whose account it is, if there is one.',
    fields: {
      staffId: 'The supervisor, in which office',
      officeId: 'The office',
      reason: 'Why not: `oneself`, `not_level_2`, `works_already` and others',
    },
  },
  openingRefused: {
    type: 'case.opening_refused',
    description:
      'An officer asked for a case that cannot be opened, and was told why: that tells of the person. The number is not recorded.',
    fields: {
      staffId: 'Who, in which office',
      kind: 'Kind of case',
      reason: 'Why not: of the officer, as `own_case`, or of the applicant, as `already_level_2`',
    },
  },
  stepRefused: {
    type: 'case.step_refused',
    description: 'An officer tried a step that is not theirs to take, or not now.',
    fields: {
      staffId: 'Who, in which office',
      step: 'Name of the step',
      reason: 'Why not: `own_case`, `another_person_must_decide`, `not_your_role` and others',
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
  caseWithheld: {
    type: 'case.withheld',
    description:
      'An officer asked for a case that is none of theirs to see: another office’s, say.',
    fields: { staffId: 'Who, in which office' },
  },
  caseSearched: {
    type: 'case.searched',
    description: 'An officer looked for cases by a number. The number is not recorded.',
    fields: { staffId: 'Who, in which office', found: 'How many there are that they may see' },
  },
};
