import type { CaseActor, CaseKind } from '../../enrolment/case.ts';
import type { StepData } from '../../enrolment/cases/cases.ts';
import type { StepName } from '../../enrolment/cases/vocabulary.ts';
import type { OfficeKind } from '../../enrolment/staff.ts';
import { away, today } from '../../simulator/people/dates.ts';

export type PlanName =
  | 'citizen'
  | 'foreigner'
  | 'level-1'
  | 'agency-lock'
  | 'recovery'
  | 'with-card'
  | 'foreigner-level-1'
  | 'own-lock'
  | 'child'
  | 'ward'
  | 'organisation'
  | 'child-level-1'
  | 'own-unlock'
  | 'agency-unlock';

/** A case from its beginning to its end, as people of the simulator and officers go through it. */
export interface CasePlan {
  readonly kind: CaseKind;
  /** Of the simulator. */
  readonly number: string;
  /** Who has an account before; the first of them is the holder who takes steps. */
  readonly holders: readonly string[];
  /** A case that was there before, and is done. */
  readonly after?: PlanName;
  readonly office: OfficeKind;
  readonly data: StepData;
  /** By whom; `program`: by the round that looks after cases. */
  readonly steps: readonly (readonly [
    StepName,
    'applicant' | 'holder' | 'receiver' | 'decider' | 'program',
  ])[];
  /** The last one is taken with the code that was sent. */
  readonly activates: boolean;
  /** What the audit holds once at the end. */
  readonly once: string;
  /** What the holder or applicant is told once at the end. */
  readonly told: string;
  /** Pictures the matcher judges, each once. */
  readonly judged: number;
  /** Of the account at the end. */
  readonly level: 1 | 2;
  /** Who acts for the account at the end, by one guardianship. */
  readonly guardian?: string;
  /** Killed at these steps alone, where another kind is killed at every one of the rest. */
  readonly killedAt?: readonly StepName[];
}

const AN = '099090000011';
const MAI = '099188000093';

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
  holders: [],
  level: 2,
} as const;
const FROM_AFAR = {
  ...ISSUED,
  steps: [
    ['contact_confirmed', 'applicant'],
    ['face_captured', 'applicant'],
    ['submitted', 'applicant'],
    ['approved', 'program'],
  ],
  judged: 1,
  level: 1,
} as const;
const WITH_GUARDIAN = {
  ...ISSUED,
  kind: 'citizen_level_2',
  office: 'commune_police',
  steps: [
    ['guardian_present', 'receiver'],
    ...RECEIVED,
    ['consent_confirmed', 'receiver'],
    ...DECIDED,
  ],
  judged: 2,
  killedAt: ['form_filled', 'forwarded'],
} as const;
const AGENCY = {
  number: AN,
  agency: 'Viện kiểm sát nhân dân',
  document_number: '12/QĐ',
  document_date: '2026-11-20',
} as const;
const AT_AGENCY = {
  number: AN,
  holders: [AN],
  office: 'commune_police',
  data: AGENCY,
  steps: [['documents_checked', 'receiver'], ...DECIDED],
  activates: false,
  judged: 0,
  level: 2,
  killedAt: ['completed', 'forwarded'],
} as const;
const OWN = {
  number: AN,
  holders: [AN],
  office: 'commune_police',
  data: { number: AN },
  activates: false,
  level: 2,
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
    ...FROM_AFAR,
    kind: 'citizen_level_1',
    number: '099193000110',
    office: 'commune_police',
    data: {
      number: '099193000110',
      name: 'phan thị thu hà',
      birthdate: '1993-06-15',
      phone: '0912345678',
    },
    killedAt: ['contact_confirmed', 'submitted'],
  },
  'agency-lock': {
    ...AT_AGENCY,
    kind: 'agency_lock',
    once: 'account.locked',
    told: 'account_locked',
  },
  recovery: {
    ...OWN,
    kind: 'recovery',
    steps: [...RECEIVED, ...DECIDED],
    activates: true,
    once: 'recovery.done',
    told: 'recovery_done',
    judged: 2,
    killedAt: ['form_filled', 'forwarded'],
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
    ...FROM_AFAR,
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
    killedAt: ['face_captured', 'submitted', 'approved'],
  },
  'own-lock': {
    ...OWN,
    kind: 'own_lock',
    steps: [
      ['documents_checked', 'receiver'],
      ['carried_out', 'receiver'],
    ],
    once: 'account.locked',
    told: 'account_locked',
    judged: 0,
    killedAt: ['documents_checked', 'carried_out'],
  },
  child: {
    ...WITH_GUARDIAN,
    number: '099218000109',
    holders: [MAI],
    data: { number: '099218000109', guardian_number: MAI },
    guardian: MAI,
  },
  ward: {
    ...WITH_GUARDIAN,
    number: '099160000192',
    holders: [AN],
    data: { number: '099160000192', guardian_number: AN },
    guardian: AN,
  },
  organisation: {
    ...ISSUED,
    kind: 'organisation',
    number: '0999000027',
    holders: [MAI],
    office: 'commune_police',
    data: { organisation_number: '0999000027' },
    steps: [
      ['form_filled', 'holder'],
      ['consent_confirmed', 'holder'],
      ['submitted', 'holder'],
      ['approved', 'decider'],
    ],
    judged: 0,
    level: 1,
    guardian: MAI,
    killedAt: ['submitted', 'approved'],
  },
  'child-level-1': {
    ...ISSUED,
    kind: 'citizen_level_1',
    number: '099321000116',
    holders: [MAI],
    office: 'commune_police',
    data: {
      number: '099321000116',
      name: 'Nguyễn Thị Ngọc Lan',
      birthdate: away(today(Date.now()), { years: -5, months: -4 }),
      sex: 'female',
    },
    steps: [
      ['contact_confirmed', 'holder'],
      ['face_captured', 'holder'],
      ['submitted', 'holder'],
      ['approved', 'program'],
    ],
    judged: 1,
    level: 1,
    guardian: MAI,
    killedAt: ['contact_confirmed', 'submitted'],
  },
  'own-unlock': {
    ...OWN,
    kind: 'own_unlock',
    after: 'own-lock',
    steps: [
      ['documents_checked', 'receiver'],
      ['face_captured', 'receiver'],
      ['fingerprints_captured', 'receiver'],
      ['carried_out', 'receiver'],
    ],
    once: 'account.unlocked',
    told: 'account_unlocked',
    judged: 2,
    killedAt: ['documents_checked', 'fingerprints_captured'],
  },
  'agency-unlock': {
    ...AT_AGENCY,
    kind: 'agency_unlock',
    after: 'agency-lock',
    once: 'account.unlocked',
    told: 'account_unlocked',
  },
};

/** What is typed or shown in each step. */
export const TYPED: Readonly<Partial<Record<StepName, StepData>>> = {
  guardian_present: { guardian_attends: 'yes' },
  documents_checked: { document_shown: 'yes' },
  form_filled: { phone: '0912345678', card_application_number: 'CC-2026-1' },
  carried_out: { consent: 'yes' },
  consent_confirmed: { consent: 'yes' },
  submitted: { consent: 'yes' },
};

export const APPLICANT: CaseActor = { kind: 'applicant' };
