import type { VNode } from 'preact';

import type { CaseView, StepTaken } from '../../enrolment/cases/case-view.ts';
import { OwnCasePage } from '../../portals/citizen/pages/own-case-page.tsx';
import { CasePage } from '../../portals/enrol/pages/case-page.tsx';
import { WithdrawPage } from '../../portals/withdraw-page.tsx';
import type { PageContext } from '../../web/page-context.ts';

const HOUR = 60 * 60_000;
const target = { action: '/account/applications/case_1', csrf: 'c5rf' };

function plain(ctx: PageContext): PageContext {
  return { ...ctx, service: undefined, expiresAt: undefined };
}

function steps(now: number, ...names: readonly StepTaken['name'][]): readonly StepTaken[] {
  return names.map((name, index) => ({
    sequence: index + 1,
    name,
    actor: { kind: 'applicant' },
    at: now - (30 - index) * HOUR,
    reason: undefined,
    undid: undefined,
    outcome: undefined,
  }));
}

/** Of level 2, at the authority; with whatever a sample is about. */
function view(now: number, about: Partial<CaseView> = {}): CaseView {
  return {
    id: 'case_7K2QF9XMPA3T',
    kind: 'citizen_level_2',
    status: 'running',
    officeId: undefined,
    receivedBy: undefined,
    accountId: 'acc_an',
    applicantName: 'Nguyễn Văn An',
    openedAt: now - 30 * HOUR,
    closedAt: undefined,
    clock: {
      state: 'running',
      limit: { days: 3, unit: 'working', source: 'D69, Art. 13' },
      startedAt: now - 24 * HOUR,
      dueOn: '2026-11-25',
      dueAt: now + 72 * HOUR,
      daysLeft: undefined,
    },
    next: { by: 'authority', step: 'approved', at: now + 72 * HOUR },
    form: 'TK01',
    version: 8,
    applicant: {
      number: undefined,
      passport: undefined,
      name: 'Nguyễn Văn An',
      birthdate: undefined,
      sex: undefined,
      nationalities: [],
      documents: [],
      request: undefined,
    },
    guardian: undefined,
    contact: { phone: undefined, email: undefined },
    asked: { cardApplicationNumber: undefined, documentsToIntegrate: undefined },
    biometrics: {},
    history: steps(now, 'opened', 'documents_checked', 'form_filled', 'completed', 'forwarded'),
    steps: [],
    refusal: undefined,
    missing: undefined,
    activationUntil: undefined,
    ...about,
  };
}

function withdrawable(name: 'withdrawn' | 'activation_renewed'): CaseView['steps'][number] {
  const none = { taken: false, whyNot: undefined, waitsFor: [], fields: [], written: {} };
  return { name, allowed: true, needsReason: false, ...none };
}

/** Applications as their applicants see them, signed in or with reference and code. */
export const ownCaseSamples: Readonly<Record<string, (ctx: PageContext) => VNode>> = {
  'account-case': (ctx) => (
    <OwnCasePage
      ctx={plain(ctx)}
      target={target}
      view={view(ctx.now ?? 0)}
      forWard={false}
      goOnHref={undefined}
    />
  ),
  'account-case-paused': (ctx) => (
    <OwnCasePage
      ctx={plain(ctx)}
      target={target}
      view={view(ctx.now ?? 0, {
        status: 'paused',
        missing: 'Giấy xác nhận thông tin về cư trú',
        next: { by: 'applicant', step: 'supplemented', at: undefined },
        clock: {
          state: 'paused',
          limit: { days: 3, unit: 'working', source: 'D69, Art. 13' },
          startedAt: undefined,
          dueOn: undefined,
          dueAt: undefined,
          daysLeft: 2,
        },
      })}
      forWard={false}
      goOnHref={undefined}
    />
  ),
  'account-case-ward': (ctx) => (
    <OwnCasePage
      ctx={plain(ctx)}
      target={target}
      view={view(ctx.now ?? 0, {
        kind: 'citizen_level_1',
        status: 'approved',
        applicantName: 'Phạm Minh Khôi',
        next: { by: 'holder', step: 'activated', at: (ctx.now ?? 0) + 72 * HOUR },
        activationUntil: (ctx.now ?? 0) + 72 * HOUR,
        history: steps(ctx.now ?? 0, 'opened', 'face_captured', 'submitted', 'approved'),
        steps: [withdrawable('activation_renewed')],
      })}
      forWard
      goOnHref={undefined}
      told="renewed"
    />
  ),
  'account-case-withdraw': (ctx) => (
    <WithdrawPage ctx={plain(ctx)} target={target} backHref="/account/applications/case_1" />
  ),
  'application-case': (ctx) => (
    <CasePage
      ctx={plain(ctx)}
      target={target}
      view={view(ctx.now ?? 0, {
        kind: 'citizen_level_1',
        next: { by: 'program', step: 'approved', at: (ctx.now ?? 0) + HOUR },
        history: steps(ctx.now ?? 0, 'opened', 'face_captured', 'submitted'),
        steps: [withdrawable('withdrawn')],
      })}
    />
  ),
  'application-case-refused': (ctx) => (
    <CasePage
      ctx={plain(ctx)}
      target={target}
      view={view(ctx.now ?? 0, {
        kind: 'foreigner_level_1',
        status: 'refused',
        next: { by: 'nobody', step: undefined, at: undefined },
        refusal: { reason: 'data_not_matched', article: 'D69, Art. 11', explanation: undefined },
        history: steps(ctx.now ?? 0, 'opened', 'face_captured', 'submitted', 'refused'),
      })}
    />
  ),
};
