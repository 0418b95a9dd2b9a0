import assert from 'node:assert/strict';

import type { Case, CaseKind, CaseStatus } from '../../../enrolment/case.ts';
import { afterStep, type StepFacts } from '../../../enrolment/cases/after-step.ts';
import { clockView } from '../../../enrolment/cases/case-clock.ts';
import { nextOf } from '../../../enrolment/cases/case-next.ts';
import { newSummary, type CaseSummary } from '../../../enrolment/cases/case-summary.ts';
import { judgeStep, type Judgement } from '../../../enrolment/cases/judge-step.ts';
import { kindDefinition } from '../../../enrolment/cases/kinds.ts';
import type { StepInput } from '../../../enrolment/cases/step-input.ts';
import type { StepName } from '../../../enrolment/cases/vocabulary.ts';
import { workingDays } from '../../../enrolment/working-days.ts';

const NOW = Date.parse('2026-11-16T03:00:00Z');
const COMMUNE = 'office_commune';
const RECEIVER = {
  kind: 'staff',
  accountId: 'acc_receiver',
  works: { officeId: COMMUNE, roles: ['receiving_officer'], office: 'commune_police' },
  related: false,
} as const;

interface Stand {
  readonly row: Case;
  readonly summary: CaseSummary;
}

function opened(kind: CaseKind, openedBy: CaseSummary['openedBy'] = 'counter'): Stand {
  const receivedBy = openedBy === 'counter' ? COMMUNE : undefined;
  const summary: CaseSummary = {
    ...newSummary({ openedBy, asked: { number: '1' } }),
    receivedBy,
    locks: { open: ['lock_1', 'lock_2'] },
  };
  const row: Case = {
    id: 'case_1',
    kind,
    status: 'collecting',
    officeId: receivedBy,
    receivedBy,
    applicantNumber: '1',
    accountId: undefined,
    guardianId: undefined,
    summary,
    version: 1,
    openedAt: NOW,
    dueAt: undefined,
    nextAt: undefined,
    closedAt: undefined,
  };
  return { row, summary };
}

function definitionOf({ kind }: Case, name: StepName) {
  const definition = kindDefinition(kind).steps.find((step) => step.name === name);
  assert.ok(definition, `${kind} has no ${name}`);
  return definition;
}

/** The stand after the step, whoever takes it. */
function took(
  { row, summary }: Stand,
  name: StepName,
  values: StepInput['values'] = {},
  outcome: 'match' | 'no_match' = 'match',
): Stand {
  const facts: StepFacts = {
    now: NOW,
    days: workingDays(),
    actor: { kind: 'staff', staffId: 'staff_1', accountId: 'acc_receiver' },
    input: { values, sample: undefined, reason: 'because' },
    authority: 'office_authority',
    captured: name.endsWith('_captured') ? { outcome, evidenceId: 'e' } : undefined,
    applicant: undefined,
    activation: undefined,
    requestId: undefined,
  };
  return afterStep(row, summary, definitionOf(row, name), facts);
}

function judged({ row, summary }: Stand, name: StepName): Judgement {
  return judgeStep(definitionOf(row, name), row, summary, RECEIVER);
}

const next = ({ row, summary }: Stand) =>
  nextOf(row, summary, clockView(summary.clock, workingDays(), NOW));

const FORM = {
  phone: '0912345678',
  email: 'a@example.vn',
  card_application_number: 'CC-1',
  documents_to_integrate: 'GPLX',
};
const WAITS = { allowed: false, whyNot: 'needs_earlier_step', waitsFor: ['consent_confirmed'] };

function consented(kind: CaseKind = 'citizen_level_2_with_card'): Stand {
  const checked = took(opened(kind), 'documents_checked');
  const filled = took(checked, 'form_filled', FORM);
  const proofed = took(took(filled, 'face_captured'), 'fingerprints_captured');
  return took(proofed, 'consent_confirmed');
}

function paused(): Stand {
  return took(took(consented(), 'completed'), 'found_incomplete');
}

describe('A step of a case that is taken again', () => {
  for (const again of ['form_filled', 'face_captured', 'fingerprints_captured'] as const) {
    it(`(${again}) is consented to anew before the dossier is complete`, () => {
      const changed = took(consented(), again, { phone: '0987654321' });
      assert.ok(changed.summary.done[again]);
      assert.deepEqual(judged(changed, 'completed'), WAITS);
      const { by, step } = next(changed);
      assert.deepEqual([by, step], ['receiving_office', 'consent_confirmed']);
      assert.deepEqual(judged(changed, 'consent_confirmed'), { allowed: true });
      assert.deepEqual(judged(took(changed, 'consent_confirmed'), 'completed'), { allowed: true });
    });

    it(`(${again}) while it is paused is consented to anew before it goes on`, () => {
      assert.deepEqual(judged(paused(), 'supplemented'), { allowed: true });
      const changed = took(paused(), again, { phone: '0987654321' });
      assert.deepEqual(judged(changed, 'supplemented'), WAITS);
      assert.deepEqual(next(changed), {
        by: 'receiving_office',
        step: 'consent_confirmed',
        at: undefined,
      });
      const agreed = took(changed, 'consent_confirmed');
      assert.deepEqual(judged(agreed, 'supplemented'), { allowed: true });
    });
  }

  it('takes nothing with it that does not rest on it, and nothing when it is confirmed', () => {
    const before = consented();
    const changed = took(before, 'form_filled', FORM);
    for (const name of ['documents_checked', 'face_captured', 'fingerprints_captured'] as const) {
      assert.deepEqual(changed.summary.done[name], before.summary.done[name]);
    }
    assert.deepEqual(took(before, 'completed').summary.done, {
      ...before.summary.done,
      completed: { sequence: before.row.version + 1, at: NOW },
    });
  });

  it('and finds somebody else stands no longer, nor does the consent', () => {
    const { done } = took(consented(), 'face_captured', {}, 'no_match').summary;
    assert.deepEqual([done.face_captured, done.consent_confirmed], [undefined, undefined]);
  });
});

describe('A step of a case that is taken back', () => {
  it('takes with it what was entered in it, and in what rests on it', () => {
    const { summary } = took(consented(), 'undone', { step: 'documents_checked' });
    assert.deepEqual(Object.keys(summary.done), []);
    const { contact, asked, biometrics } = summary;
    const left: unknown = JSON.parse(JSON.stringify({ contact, asked, biometrics }));
    assert.deepEqual(left, { contact: {}, asked: { number: '1' }, biometrics: {} });
  });

  it('leaves what was entered in the others', () => {
    const before = consented();
    const noFace = took(before, 'undone', { step: 'face_captured' }).summary;
    assert.deepEqual(
      [noFace.contact, noFace.asked],
      [before.summary.contact, before.summary.asked],
    );
    assert.deepEqual(noFace.biometrics, { face: undefined, fingerprints: 'match' });
    const noForm = took(before, 'undone', { step: 'form_filled' }).summary;
    assert.equal(noForm.contact.phone, undefined);
    assert.deepEqual(noForm.biometrics, { face: 'match', fingerprints: 'match' });
    const nothing = took(before, 'undone', { step: 'consent_confirmed' }).summary;
    assert.deepEqual(nothing.contact, before.summary.contact);
    assert.deepEqual(nothing.biometrics, before.summary.biometrics);
  });

  it('names no lock any more, and keeps those that could be meant', () => {
    const chosen = took(opened('agency_unlock'), 'documents_checked', { lock_id: 'lock_2' });
    assert.equal(chosen.summary.locks?.chosen, 'lock_2');
    const { locks } = took(chosen, 'undone', { step: 'documents_checked' }).summary;
    assert.deepEqual(locks, { open: ['lock_1', 'lock_2'] });
  });
});

describe('What comes next in a case', () => {
  const inStatus = ({ row, summary }: Stand, status: CaseStatus): Stand => ({
    row: { ...row, status },
    summary,
  });

  it('is the applicant’s while it is paused, until an officer’s step is open again', () => {
    assert.deepEqual(next(paused()), { by: 'applicant', step: 'supplemented', at: undefined });
    const { by, step } = next(took(paused(), 'undone', { step: 'documents_checked' }));
    assert.deepEqual([by, step], ['receiving_office', 'documents_checked']);
  });

  it('is the holder’s in a case the holder opened, and the office’s in one it opened', () => {
    const filled = (openedBy: CaseSummary['openedBy']) =>
      took(opened('organisation', openedBy), 'form_filled', FORM);
    const turn = (stand: Stand) => [next(stand).by, next(stand).step];
    assert.deepEqual(turn(filled('holder')), ['holder', 'consent_confirmed']);
    const atCounter = took(filled('counter'), 'documents_checked');
    assert.deepEqual(turn(atCounter), ['receiving_office', 'consent_confirmed']);
    const sent = took(took(filled('holder'), 'consent_confirmed'), 'submitted');
    assert.deepEqual(turn(inStatus(sent, 'paused')), ['holder', 'submitted']);
  });
});

describe('A refusal of an agency’s request', () => {
  it('keeps the number of the letter that tells it', () => {
    const values = { refusal_reason: 'request_not_lawful', letter_number: '15/CV-C06' };
    const { refusal } = took(opened('agency_lock'), 'refused', values).summary;
    assert.equal(refusal?.reason, 'request_not_lawful');
    assert.equal(refusal.letterNumber, '15/CV-C06');
  });
});
