import type { Sex } from '../../accounts/account.ts';
import type { AccountId, CaseId, OfficeId } from '../../ids.ts';
import type { CaseActor, CaseKind, CaseStatus } from '../case.ts';
import type { Limit } from '../limits.ts';
import type { CaseField, FieldName, RefusalReason, StepName, WhyNotStep } from './vocabulary.ts';

/** All a page needs to draw a case of whatever kind, and to let somebody go on with it. */
export interface CaseView extends CaseOverview {
  /** Form it is asked on. */
  readonly form: 'TK01' | 'TK02' | 'TK03' | undefined;
  /** To be sent back as `seenVersion` with a step. */
  readonly version: number;
  /** From the register, to be shown and never to be typed; for level 1 what was declared, until it is decided. */
  readonly applicant: ApplicantView;
  readonly guardian: { readonly accountId: AccountId; readonly name: string } | undefined;
  readonly contact: { readonly phone: string | undefined; readonly email: string | undefined };
  /** What else the applicant wrote on the form. */
  readonly asked: {
    readonly cardApplicationNumber: string | undefined;
    readonly documentsToIntegrate: string | undefined;
  };
  readonly biometrics: Readonly<
    Partial<Record<'face' | 'fingerprints', BiometricOutcome | undefined>>
  >;
  readonly history: readonly StepTaken[];
  /** Every step of the kind that could still come, in its order; whoever may take it now and who not. */
  readonly steps: readonly StepOffer[];
  readonly refusal: Refusal | undefined;
  /** What was told when it was found incomplete, while it is. */
  readonly missing: string | undefined;
  /** Until when the code that was sent is good (epoch ms). */
  readonly activationUntil: number | undefined;
}

/** `duplicate`: the register holds these biometrics under another number. */
export type BiometricOutcome = 'match' | 'no_match' | 'enrolled' | 'duplicate' | 'not_held';

/** One line in a list of cases. */
export interface CaseOverview {
  readonly id: CaseId;
  readonly kind: CaseKind;
  readonly status: CaseStatus;
  /** Where it is dealt with now, and where it was received. */
  readonly officeId: OfficeId | undefined;
  readonly receivedBy: OfficeId | undefined;
  readonly accountId: AccountId | undefined;
  /** Undefined for who may not read it: the applicant of level 1 learns nothing before the decision. */
  readonly applicantName: string | undefined;
  readonly openedAt: number;
  readonly closedAt: number | undefined;
  readonly clock: ClockView;
  readonly next: NextView;
}

export interface ApplicantView {
  readonly number: string | undefined;
  readonly passport: string | undefined;
  readonly name: string | undefined;
  /** `YYYY-MM-DD`, or `YYYY` */
  readonly birthdate: string | undefined;
  readonly sex: Sex | undefined;
  readonly nationalities: readonly string[];
  readonly documents: readonly {
    readonly type: 'identity_card' | 'passport' | 'residence_card';
    readonly number: string;
    readonly expiry: string;
  }[];
  /** Of an agency's request. */
  readonly request:
    | { readonly agency: string; readonly documentNumber: string; readonly documentDate: string }
    | undefined;
}

export interface StepTaken {
  readonly sequence: number;
  readonly name: StepName;
  readonly actor: CaseActor;
  readonly at: number;
  /** Given by who took it, where one was demanded. */
  readonly reason: string | undefined;
  /** Which step `undone` took back. */
  readonly undid: StepName | undefined;
  /** What the matcher said. */
  readonly outcome: BiometricOutcome | undefined;
}

export interface StepOffer {
  readonly name: StepName;
  readonly allowed: boolean;
  /** It stands already, and taking it again puts the new one in its place. */
  readonly taken: boolean;
  /** Why it is not; undefined when it is. */
  readonly whyNot: WhyNotStep | undefined;
  /** The earlier steps it waits for. */
  readonly waitsFor: readonly StepName[];
  readonly fields: readonly CaseField[];
  /** What stands in them from the time before, where the step may be taken again. */
  readonly written: Readonly<Partial<Record<FieldName, string>>>;
  readonly needsReason: boolean;
}

export type ClockState =
  | 'not_started'
  | 'running'
  | 'paused'
  | 'due_soon'
  | 'overdue'
  /** Decided in time or late, or withdrawn: there is nothing left to be late with. */
  | 'stopped';

export interface ClockView {
  readonly state: ClockState;
  /** What runs, with its article. */
  readonly limit: Limit | undefined;
  readonly startedAt: number | undefined;
  /** The last day in time, `YYYY-MM-DD` in Viet Nam, and its end in epoch ms. */
  readonly dueOn: string | undefined;
  readonly dueAt: number | undefined;
  /** Of a paused clock: days of the limit's unit that are left. */
  readonly daysLeft: number | undefined;
}

/** What happens next, and by whom. */
export interface NextView {
  readonly by: 'applicant' | 'holder' | 'receiving_office' | 'authority' | 'program' | 'nobody';
  readonly step: StepName | undefined;
  /** When the program looks again, where it is its turn; otherwise until when it should be done. Epoch ms. */
  readonly at: number | undefined;
}

/** Why not, by which article, and what can be done about it (the key of a text in both languages). */
export interface Refusal {
  readonly reason: RefusalReason;
  readonly article: string;
  /** What an officer wrote to it. */
  readonly explanation: string | undefined;
  /** Of an agency's request: number of the letter that tells the agency. */
  readonly letterNumber?: string | undefined;
}
