import type { CaseView } from '../../enrolment/cases/case-view.ts';
import { WardDetailsPage, WardPhotoPage } from '../../portals/citizen/pages/ward-apply-pages.tsx';
import { WardResultPage } from '../../portals/citizen/pages/ward-result-page.tsx';
import type { PageContext } from '../../web/page-context.ts';
import { DeviceEndedPage } from '../../web/pages/device-ended-page.tsx';
import { ErrorPage } from '../../web/pages/error-page.tsx';
import { LogoutConfirmPage } from '../../web/pages/logout-confirm-page.tsx';
import { people, target } from './gallery-facts.ts';
import type { Sample } from './gallery-samples.tsx';

const CHILD = 'Nguyễn Thị Ngọc Lan';
const DAY = 24 * 60 * 60_000;

const plain = (ctx: PageContext): PageContext => ({
  ...ctx,
  service: undefined,
  expiresAt: undefined,
});
const acting = (ctx: PageContext): PageContext => ({
  ...plain(ctx),
  acting: { name: CHILD, prover: people.an.name, mayChange: false },
});
const typed = { number: '099321000116', name: CHILD, birthdate: '2021-03-09', sex: 'female' };

function result(
  ctx: PageContext,
  view: Partial<Pick<CaseView, 'status' | 'refusal' | 'activationUntil'>>,
) {
  const clock = { dueOn: '2026-11-25' } as CaseView['clock'];
  const base = { id: 'case_ward', status: 'running', clock, applicantName: CHILD } as const;
  const isRunning = (view.status ?? 'running') === 'running';
  const next = {
    by: isRunning ? 'program' : 'nobody',
    step: isRunning ? 'approved' : undefined,
    at: isRunning ? (ctx.now ?? 0) + 120_000 : undefined,
  } as const;
  const nothing = { refusal: undefined, activationUntil: undefined, next };
  return (
    <WardResultPage
      ctx={plain(ctx)}
      view={{ ...base, ...nothing, ...view }}
      maskedPhone="•••••••093"
      again="/account/wards/apply"
    />
  );
}

/** A guardian's way to level 1 for a ward, and pages around a journey in which somebody acts. */
export const wardSamples: Readonly<Record<string, Sample>> = {
  'ward-apply': (ctx) => (
    <WardDetailsPage ctx={plain(ctx)} target={target} requestId="r" typed={{}} />
  ),
  'ward-apply-faults': (ctx) => (
    <WardDetailsPage
      ctx={plain(ctx)}
      target={target}
      requestId="r"
      typed={{ ...typed, number: '12' }}
      faults={{ number: 'malformed', sex: 'missing' }}
    />
  ),
  'ward-apply-not-theirs': (ctx) => (
    <WardDetailsPage
      ctx={plain(ctx)}
      target={target}
      requestId="r"
      typed={typed}
      refusal={{ reason: 'guardian_not_related', article: 'D69, Art. 10', explanation: undefined }}
    />
  ),
  'ward-apply-silent': (ctx) => (
    <WardDetailsPage
      ctx={plain(ctx)}
      target={target}
      requestId="r"
      typed={typed}
      silent="civil_status"
    />
  ),
  'ward-apply-photo': (ctx) => (
    <WardPhotoPage ctx={plain(ctx)} target={target} name={CHILD} problem={undefined} />
  ),
  'ward-apply-photo-poor': (ctx) => (
    <WardPhotoPage ctx={plain(ctx)} target={target} name={CHILD} problem="poor_sample" />
  ),
  'ward-apply-running': (ctx) => result(ctx, {}),
  'ward-apply-approved': (ctx) =>
    result(ctx, { status: 'approved', activationUntil: (ctx.now ?? 0) + 7 * DAY }),
  'ward-apply-done': (ctx) => result(ctx, { status: 'done' }),
  'ward-apply-refused': (ctx) =>
    result(ctx, {
      status: 'refused',
      refusal: {
        reason: 'biometrics_not_matched',
        article: 'D69, Art. 10',
        explanation: undefined,
      },
    }),
  'logout-acting': (ctx) => <LogoutConfirmPage ctx={acting(ctx)} action="/logout" xsrf="x" />,
  'error-acting': (ctx) => <ErrorPage ctx={acting(ctx)} code="server_error" detail={undefined} />,
  'device-done-acting': (ctx) => (
    <DeviceEndedPage ctx={acting(ctx)} of="device" end="done" again="/device" />
  ),
};
