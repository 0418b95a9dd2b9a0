import type { CaseView, StepOffer } from '../../enrolment/cases/case-view.ts';
import type { StepName } from '../../enrolment/cases/vocabulary.ts';

const HOUR = 60 * 60_000;
export const NOW = Date.parse('2026-11-21T07:05:00Z');
export const DAY = 24 * HOUR;
const HERE = 'office_immigration-hanoi';

export const offer = (name: StepName, more: Partial<StepOffer> = {}): StepOffer => ({
  name,
  allowed: true,
  taken: false,
  whyNot: undefined,
  waitsFor: [],
  fields: [],
  written: {},
  needsReason: false,
  ...more,
});
const waits = (name: StepName, ...waitsFor: readonly StepName[]): StepOffer =>
  offer(name, { allowed: false, whyNot: 'needs_earlier_step', waitsFor });

export function nakamura(now: number, more: Partial<CaseView> = {}): CaseView {
  return {
    id: 'case_7K2QF9XMPA3T',
    kind: 'foreigner_level_2',
    status: 'collecting',
    officeId: HERE,
    receivedBy: HERE,
    accountId: undefined,
    applicantName: 'NAKAMURA KENJI',
    openedAt: now - 2 * HOUR,
    closedAt: undefined,
    clock: {
      state: 'not_started',
      limit: undefined,
      startedAt: undefined,
      dueOn: undefined,
      dueAt: undefined,
      daysLeft: undefined,
    },
    next: { by: 'receiving_office', step: 'face_captured', at: undefined },
    form: 'TK01',
    version: 3,
    applicant: {
      number: 'F00000000107',
      passport: 'M00000107',
      name: 'NAKAMURA KENJI',
      birthdate: '1987-04-12',
      sex: 'male',
      nationalities: ['JPN'],
      documents: [
        { type: 'passport', number: 'M00000107', expiry: '2031-11-21' },
        { type: 'residence_card', number: 'TT0000107', expiry: '2028-11-21' },
      ],
      request: undefined,
    },
    guardian: undefined,
    contact: { phone: '+84901230107', email: undefined },
    asked: {
      cardApplicationNumber: undefined,
      documentsToIntegrate: 'Giấy phép lái xe, đăng ký xe',
    },
    biometrics: {},
    history: (['opened', 'documents_checked', 'form_filled'] as const).map((name, index) => ({
      sequence: index + 1,
      name,
      actor: { kind: 'staff', staffId: 'staff_1', accountId: 'acc_1' },
      at: now - 2 * HOUR + index * 5 * 60_000,
      reason: undefined,
      undid: undefined,
      outcome: undefined,
    })),
    steps: [
      offer('form_filled', { taken: true }),
      offer('face_captured'),
      offer('fingerprints_captured'),
      waits('consent_confirmed', 'face_captured', 'fingerprints_captured'),
      waits('completed', 'face_captured', 'fingerprints_captured', 'consent_confirmed'),
      waits('forwarded', 'completed'),
      offer('undone'),
      offer('withdrawn'),
    ],
    refusal: undefined,
    missing: undefined,
    activationUntil: undefined,
    ...more,
  };
}

export function running(now: number, state: 'running' | 'due_soon' | 'overdue') {
  const limit = { days: 3, unit: 'working', source: 'D69, Art. 13' } as const;
  const dueAt = now + 2 * DAY;
  return { state, limit, startedAt: now - DAY, dueOn: '2026-11-25', dueAt, daysLeft: undefined };
}

export function forwarded(now: number): CaseView {
  return nakamura(now, {
    status: 'running',
    officeId: 'office_identification',
    clock: running(now, 'running'),
    next: { by: 'authority', step: 'approved', at: now + 2 * DAY },
    biometrics: { face: 'match', fingerprints: 'match' },
    steps: [offer('approved', { allowed: false, whyNot: 'not_this_office' })],
  });
}
