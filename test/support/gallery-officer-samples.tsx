import type { VNode } from 'preact';

import { linesOf } from '../../portals/officer/pages/applicant-facts.tsx';
import { CalendarPage } from '../../portals/officer/pages/calendar-page.tsx';
import { CaseAuditPage } from '../../portals/officer/pages/case-audit-page.tsx';
import { CasePage } from '../../portals/officer/pages/case-page.tsx';
import { OpenCasePage } from '../../portals/officer/pages/open-case-page.tsx';
import { PaperPage } from '../../portals/officer/pages/paper-page.tsx';
import { StaffPage } from '../../portals/officer/pages/staff-page.tsx';
import { StepPage } from '../../portals/officer/pages/step-page.tsx';
import { WorkListPage } from '../../portals/officer/pages/work-list-page.tsx';
import { PortalBar } from '../../web/components/portal-bar.tsx';
import { translator } from '../../web/i18n/translator.ts';
import type { PageContext } from '../../web/page-context.ts';
import { target } from './gallery-facts.ts';
import { DAY, forwarded, nakamura, NOW, offer, running } from './gallery-officer-cases.ts';

const plain = (ctx: PageContext): PageContext => ({
  ...ctx,
  service: undefined,
  expiresAt: undefined,
});

/** A page of the console, with the strip above it. */
function frame(ctx: PageContext) {
  const words = translator(ctx.locale);
  const { t } = words;
  const links = ['work', 'open', 'staff', 'calendar'] as const;
  const bar = (
    <PortalBar
      translator={words}
      title={t('officer.title')}
      home="/officer"
      person="Vũ Ngọc Mai, Phòng Quản lý xuất nhập cảnh, Công an thành phố Hà Nội"
      links={links.map((name) => ({
        href: `/officer/${name}`,
        text: t(`officer.${name}`),
        current: name === 'work',
      }))}
      signOut={target}
    />
  );
  return { ctx: plain(ctx), translator: words, bar };
}

const nameOf = () => 'Vũ Ngọc Mai, Phòng Quản lý xuất nhập cảnh, Công an thành phố Hà Nội';
const stepCommon = { typed: {}, faults: {}, hidden: {}, target, back: '/officer/cases/1' };

/** Pages of the officer console. */
export const officerSamples: Readonly<Record<string, (ctx: PageContext) => VNode>> = {
  'officer-work': (ctx) => {
    const now = NOW;
    const cases = [
      nakamura(now, { id: 'case_1', status: 'running', clock: running(now, 'overdue') }),
      nakamura(now, { id: 'case_2', status: 'running', clock: running(now, 'due_soon') }),
      nakamura(now, { id: 'case_3' }),
      forwarded(now),
    ];
    const counts = { office: '200+', forwarded: '1+', mine: '2+', due_soon: '1+', overdue: '1+' };
    const list = { list: 'office', cases, counts, most: 200 } as const;
    return <WorkListPage {...frame(ctx)} {...list} search={target} />;
  },
  'officer-case': (ctx) => (
    <CasePage
      {...frame(ctx)}
      view={nakamura(NOW)}
      nameOf={nameOf}
      audits
      notice={{
        kind: 'success',
        text: translator(ctx.locale).t('officer.taken', {
          step: translator(ctx.locale).t('case-step.form_filled'),
        }),
      }}
    />
  ),
  'officer-case-forwarded': (ctx) => (
    <CasePage {...frame(ctx)} view={forwarded(NOW)} nameOf={nameOf} audits={false} />
  ),
  'officer-case-paused': (ctx) => (
    <CasePage
      {...frame(ctx)}
      view={nakamura(NOW, {
        status: 'paused',
        clock: { ...running(NOW, 'running'), state: 'paused', dueOn: undefined, daysLeft: 2 },
        next: { by: 'applicant', step: 'supplemented', at: undefined },
        missing: 'Bản chính thẻ tạm trú',
        steps: [offer('supplemented'), offer('withdrawn')],
      })}
      nameOf={nameOf}
      audits={false}
    />
  ),
  'officer-case-decide': (ctx) => (
    <CasePage
      {...frame(ctx)}
      view={{
        ...forwarded(NOW),
        steps: [offer('approved'), offer('refused'), offer('returned'), offer('undone')],
      }}
      nameOf={nameOf}
      audits
    />
  ),
  'officer-case-refused': (ctx) => (
    <CasePage
      {...frame(ctx)}
      view={{
        ...forwarded(NOW),
        status: 'refused',
        clock: { ...running(NOW, 'running'), state: 'stopped', dueOn: undefined },
        next: { by: 'nobody', step: undefined, at: undefined },
        steps: [offer('approved', { allowed: false, whyNot: 'closed' })],
        refusal: {
          reason: 'documents_not_valid',
          article: 'D69, Art. 11',
          explanation: 'Thẻ tạm trú đã bị báo mất ngày 12/11/2026.',
        },
      }}
      nameOf={nameOf}
      audits={false}
    />
  ),
  'officer-case-audit': (ctx) => (
    <CaseAuditPage
      {...frame(ctx)}
      back="/officer"
      events={[
        {
          id: 'aud_1',
          at: NOW,
          type: 'case.step_taken',
          who: nameOf(),
          data: {
            kind: 'foreigner_level_2',
            step: 'documents_checked',
            sequence: 2,
            status: 'collecting',
          },
        },
        {
          id: 'aud_2',
          at: NOW - DAY,
          type: 'case.viewed',
          who: nameOf(),
          data: { staffId: 'staff_7hQ2mX4cVb9TfK1sZpRw0aLd', page: 'case' },
        },
      ]}
    />
  ),
  'officer-step-unlock': (ctx) => (
    <StepPage
      {...frame(ctx)}
      {...stepCommon}
      step="documents_checked"
      kind="agency_unlock"
      applicantName="Lê Văn Cường"
      fields={[
        { name: 'document_shown', kind: 'tick', required: true },
        { name: 'lock_id', kind: 'choice', required: true, options: ['lock_1'] },
      ]}
      names={
        new Map([
          [
            'lock_1',
            translator(ctx.locale).t('officer.lock-document', {
              ground: translator(ctx.locale).t('officer.lock-ground-authority_request'),
              requester: 'Cơ quan Cảnh sát điều tra Công an thành phố Hà Nội',
              number: '123/QĐ-CSĐT',
              date: '01/11/2026',
              since: translator(ctx.locale).dateTime(NOW - DAY),
            }),
          ],
        ])
      }
      needsReason={false}
    />
  ),
  'officer-case-approved': (ctx) => (
    <CasePage
      {...frame(ctx)}
      view={nakamura(NOW, {
        status: 'approved',
        clock: { ...running(NOW, 'running'), state: 'stopped', dueOn: undefined },
        next: { by: 'holder', step: 'activated', at: NOW + 7 * DAY },
        activationUntil: NOW + 7 * DAY,
        steps: [offer('activation_renewed', { needsReason: true })],
      })}
      nameOf={nameOf}
      audits={false}
    />
  ),
  'officer-step-documents': (ctx) => (
    <StepPage
      {...frame(ctx)}
      {...stepCommon}
      step="documents_checked"
      kind="foreigner_level_2"
      applicantName="NAKAMURA KENJI"
      fields={[{ name: 'document_shown', kind: 'tick', required: true }]}
      needsReason={false}
      facts={linesOf(translator(ctx.locale), nakamura(NOW))}
    />
  ),
  'officer-step-face': (ctx) => (
    <StepPage
      {...frame(ctx)}
      {...stepCommon}
      step="face_captured"
      kind="foreigner_level_2"
      applicantName="NAKAMURA KENJI"
      fields={[{ name: 'face', kind: 'picture', required: true }]}
      needsReason={false}
      faults={{ face: 'poor_sample' }}
    />
  ),
  'officer-step-refused': (ctx) => (
    <StepPage
      {...frame(ctx)}
      {...stepCommon}
      step="refused"
      kind="foreigner_level_2"
      applicantName="NAKAMURA KENJI"
      fields={[
        {
          name: 'refusal_reason',
          kind: 'choice',
          required: true,
          options: ['documents_not_valid', 'data_not_matched', 'biometrics_not_matched'],
        },
      ]}
      needsReason
      facts={linesOf(translator(ctx.locale), nakamura(NOW))}
      warning={[
        translator(ctx.locale).t('officer.outdated', {
          name: nameOf(),
          step: translator(ctx.locale).t('case-step.returned'),
          time: translator(ctx.locale).dateTime(NOW),
        }),
      ]}
      restored
    />
  ),
  'officer-open': (ctx) => (
    <OpenCasePage
      {...frame(ctx)}
      kinds={['foreigner_level_2', 'recovery', 'own_lock', 'own_unlock']}
    />
  ),
  'officer-paper': (ctx) => (
    <PaperPage {...frame(ctx)} view={nakamura(NOW)} office={nameOf()} back="/officer" />
  ),
  'officer-staff': (ctx) => (
    <StaffPage
      {...frame(ctx)}
      office="Công an phường Hoàn Kiếm"
      members={[
        { id: 'staff_1', name: 'Trần Quốc Việt', roles: ['supervisor'], since: NOW, oneself: true },
        {
          id: 'staff_2',
          name: 'Phạm Thu Hà',
          roles: ['receiving_officer'],
          since: NOW,
          oneself: false,
        },
      ]}
      roles={['receiving_officer', 'supervisor']}
      target={target}
      typed={{ number: '099090000011', role: 'receiving_officer' }}
      problem="no_reason"
    />
  ),
  'officer-calendar': (ctx) => (
    <CalendarPage
      {...frame(ctx)}
      days={[
        {
          date: '2027-01-01',
          kind: 'off',
          source: 'Bộ luật Lao động, Điều 112',
          confirmed: true,
          entered: false,
        },
        {
          date: '2027-02-13',
          kind: 'make_up',
          source: 'TB 5015/TB-BNV',
          confirmed: false,
          entered: true,
        },
      ]}
      target={target}
      typed={{}}
      problem={undefined}
    />
  ),
};
