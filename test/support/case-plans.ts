import type { CaseActor, CaseKind } from '../../enrolment/case.ts';
import type { StepData } from '../../enrolment/cases/cases.ts';
import type { StepName } from '../../enrolment/cases/vocabulary.ts';
import type { OfficeKind } from '../../enrolment/staff.ts';

export type PlanName =
  | 'citizen'
  | 'foreigner'
  | 'level-1'
  | 'agency-lock'
  | 'recovery'
  | 'with-card'
  | 'foreigner-level-1'
  | 'own-lock';

/** A case from its beginning to its end, as people of the simulator and officers go through it. */
export interface CasePlan {
  readonly kind: CaseKind;
  /** Of the simulator. */
  readonly number: string;
  /** Has an account before. */
  readonly isHolder: boolean;
  readonly office: OfficeKind;
  readonly data: StepData;
  /** By whom; `program`: by the round that looks after cases. */
  readonly steps: readonly (readonly [
    StepName,
    'applicant' | 'receiver' | 'decider' | 'program',
  ])[];
  /** The last one is taken with the code that was sent. */
  readonly activates: boolean;
  /** What the audit holds once at the end. */
  readonly once: string;
  /** What the holder or applicant is told once at the end. */
  readonly told: string;
  /** Pictures the matcher judges, each once. */
  readonly judged: number;
  /** Killed at these steps alone, where another kind is killed at every one of the rest. */
  readonly killedAt?: readonly StepName[];
}

const RECEIVED = [
  ['documents_checked', 'receiver'],
  ['form_filled', 'receiver'],
  ['face_captured', 'receiver'],
  ['fingerprints_captured', 'receiver'],
] as const;
const DECIDED = [
  ['completed', 'receiver'],
  ['forwarded', 'receiver'],
  ['approved', 'decider'],
] as const;
const ISSUED = {
  activates: true,
  once: 'account.issued',
  told: 'application_approved',
  isHolder: false,
} as const;

export const CASE_PLANS: Readonly<Record<PlanName, CasePlan>> = {
  citizen: {
    ...ISSUED,
    kind: 'citizen_level_2',
    number: '099092000103',
    office: 'commune_police',
    data: { number: '099092000103' },
    steps: [...RECEIVED, ['consent_confirmed', 'receiver'], ...DECIDED],
    judged: 2,
  },
  foreigner: {
    ...ISSUED,
    kind: 'foreigner_level_2',
    number: 'F00000000107',
    office: 'immigration',
    data: { passport: 'M00000107' },
    steps: [...RECEIVED, ['consent_confirmed', 'receiver'], ...DECIDED],
    judged: 2,
  },
  'level-1': {
    ...ISSUED,
    kind: 'citizen_level_1',
    number: '099193000110',
    office: 'commune_police',
    data: {
      number: '099193000110',
      name: 'phan thị thu hà',
      birthdate: '1993-06-15',
      phone: '0912345678',
    },
    steps: [
      ['contact_confirmed', 'applicant'],
      ['face_captured', 'applicant'],
      ['submitted', 'applicant'],
      ['approved', 'program'],
    ],
    judged: 1,
  },
  'agency-lock': {
    kind: 'agency_lock',
    number: '099090000011',
    isHolder: true,
    office: 'commune_police',
    data: {
      number: '099090000011',
      agency: 'Viện kiểm sát nhân dân',
      document_number: '12/QĐ',
      document_date: '2026-11-20',
    },
    steps: [['documents_checked', 'receiver'], ...DECIDED],
    activates: false,
    once: 'account.locked',
    told: 'account_locked',
    judged: 0,
  },
  recovery: {
    kind: 'recovery',
    number: '099090000011',
    isHolder: true,
    office: 'commune_police',
    data: { number: '099090000011' },
    steps: [...RECEIVED, ...DECIDED],
    activates: true,
    once: 'recovery.done',
    told: 'recovery_done',
    judged: 2,
  },
  'with-card': {
    ...ISSUED,
    kind: 'citizen_level_2_with_card',
    number: '099094000222',
    office: 'commune_police',
    data: { number: '099094000222' },
    steps: [...RECEIVED, ['consent_confirmed', 'receiver'], ...DECIDED],
    judged: 2,
    killedAt: ['form_filled', 'approved'],
  },
  'foreigner-level-1': {
    ...ISSUED,
    kind: 'foreigner_level_1',
    number: 'F00000000107',
    office: 'immigration',
    data: {
      passport: 'M00000107',
      name: 'NAKAMURA KENJI',
      birthdate: '1987-04-12',
      nationality: 'JPN',
      phone: '0912345678',
    },
    steps: [
      ['contact_confirmed', 'applicant'],
      ['face_captured', 'applicant'],
      ['submitted', 'applicant'],
      ['approved', 'program'],
    ],
    judged: 1,
    killedAt: ['face_captured', 'submitted', 'approved'],
  },
  'own-lock': {
    kind: 'own_lock',
    number: '099090000011',
    isHolder: true,
    office: 'commune_police',
    data: { number: '099090000011' },
    steps: [
      ['documents_checked', 'receiver'],
      ['carried_out', 'receiver'],
    ],
    activates: false,
    once: 'account.locked',
    told: 'account_locked',
    judged: 0,
    killedAt: ['documents_checked', 'carried_out'],
  },
};

/** What is typed or shown in each step. */
export const TYPED: Readonly<Partial<Record<StepName, StepData>>> = {
  documents_checked: { document_shown: 'yes' },
  form_filled: { phone: '0912345678', card_application_number: 'CC-2026-1' },
  carried_out: { consent: 'yes' },
  consent_confirmed: { consent: 'yes' },
  submitted: { consent: 'yes' },
};

export const APPLICANT: CaseActor = { kind: 'applicant' };
