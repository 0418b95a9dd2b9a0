import assert from 'node:assert/strict';

import type { Case, CaseKind } from '../../../enrolment/case.ts';
import { caseNotices, type Told } from '../../../enrolment/cases/case-notices.ts';
import { newSummary, type CaseSummary } from '../../../enrolment/cases/case-summary.ts';
import type { StepName } from '../../../enrolment/cases/vocabulary.ts';
import { newId } from '../../../ids.ts';
import { sampleAccount } from '../../contract/samples.ts';

const NOW = Date.parse('2026-11-23T03:00:00Z');
const CONTACT = { phone: '+84900000501', email: 'applicant@example.vn' };

/** What came to light in one step, with somebody who has no account unless one is given. */
function told(
  step: StepName,
  kind: CaseKind,
  given: Partial<CaseSummary> = {},
  more: Partial<Told> = {},
) {
  const summary = { ...newSummary({ openedBy: 'counter', asked: {} }), contact: CONTACT, ...given };
  const row: Case = {
    id: newId('case'),
    kind,
    status: 'running',
    officeId: undefined,
    receivedBy: undefined,
    applicantNumber: undefined,
    accountId: undefined,
    guardianId: undefined,
    summary,
    version: 1,
    openedAt: NOW,
    dueAt: NOW,
    nextAt: undefined,
    closedAt: undefined,
  };
  const nobody = { account: undefined, guardian: undefined, activation: undefined };
  const writes = caseNotices(step, { row, summary, ...nobody, now: NOW, ...more });
  return {
    kinds: writes.flatMap((write) => (write.kind === 'notice' ? [write.notice.kind] : [])),
    sent: writes.flatMap((write) =>
      write.kind === 'delivery'
        ? [write.delivery.payload as { destination: string; text: string }]
        : [],
    ),
  };
}

describe('What an applicant is told of a case', () => {
  const activation = { code: 'ABCDE-FGHJK', codeHash: 'x', until: NOW };
  for (const [step, kind, more] of [
    ['opened', 'application_received', {}],
    ['completed', 'application_complete', {}],
    ['found_incomplete', 'application_incomplete', {}],
    ['refused', 'application_refused', {}],
    ['withdrawn', 'application_withdrawn', {}],
  ] as const) {
    it(`after ${step} goes to the page, the phone and the mail that were given`, () => {
      const { kinds, sent } = told(step, 'citizen_level_2', {}, more);
      assert.deepEqual(kinds, [kind]);
      assert.deepEqual(
        sent.map(({ destination }) => destination),
        [CONTACT.phone, CONTACT.email],
      );
      assert.ok(sent.every(({ text }) => text.includes('SenID')));
    });
  }

  it('after approved says for which account the code is: wards’ codes may come to one phone', () => {
    const account = sampleAccount({ identifier: '099216000079' });
    const { kinds, sent } = told('approved', 'citizen_level_2', {}, { account, activation });
    assert.deepEqual(kinds, ['application_approved']);
    for (const { text } of sent) {
      assert.match(text, /079/);
      assert.ok(!text.includes('099216000079'));
      assert.match(text, /ABCDE-FGHJK/);
    }
  });

  it('is in the language of the pages it was applied on, and the guardian’s where there is one', () => {
    const received = /application|request/;
    const textOf = (...given: Parameters<typeof told>) => told(...given).sent[0]?.text ?? '';
    assert.doesNotMatch(textOf('completed', 'citizen_level_1'), received);
    assert.match(textOf('completed', 'citizen_level_1', { locale: 'en' }), received);
    assert.match(textOf('completed', 'foreigner_level_1'), received);
    assert.doesNotMatch(textOf('completed', 'foreigner_level_1', { locale: 'vi' }), received);
    const guardian = sampleAccount({ subjectType: 'citizen', locale: 'en' });
    assert.match(textOf('completed', 'citizen_level_1', { locale: 'vi' }, { guardian }), received);
  });

  it('of an agency’s request is nothing before it is decided; that nothing was unlocked is', () => {
    const account = sampleAccount();
    for (const step of [
      'opened',
      'completed',
      'found_incomplete',
      'refused',
      'withdrawn',
    ] as const) {
      assert.deepEqual(told(step, 'agency_lock', {}, { account }).kinds, [], step);
    }
    assert.deepEqual(told('completed', 'agency_unlock', {}, { account }).kinds, []);
    const { kinds, sent } = told('refused', 'agency_unlock', {}, { account });
    assert.deepEqual(kinds, ['unlock_request_refused']);
    assert.equal(sent.length, 2);
  });
});
