import type Router from '@koa/router';

import { dateInVietNam } from '../../accounts/vietnam-date.ts';
import { decideCalendarDay } from '../../enrolment/calendar-editing.ts';
import { STATUTORY_DAYS } from '../../enrolment/statutory-days.ts';
import { dayAfter } from '../../enrolment/working-days.ts';
import { readForm, type Form } from '../../web/forms.ts';
import { sendPage } from '../../web/send-page.ts';
import { seeOther } from '../see-other.ts';
import { FRESH_PROOF_SECONDS } from '../session/own-portals.ts';
import { shownAgain } from './case-answers.tsx';
import { admit, OFFICER_PATH, type OfficerServices, type OfficerVisit } from './officer-visit.tsx';
import { CalendarPage, type CalendarPageProps } from './pages/calendar-page.tsx';

const CALENDAR = `${OFFICER_PATH}/calendar`;
const FRESH = { maxAgeSeconds: FRESH_PROOF_SECONDS, returnTo: CALENDAR };
const KINDS = ['off', 'make_up', 'as_statute'] as const;

/** Days off and make-up days, from today on. */
export function addCalendarRoutes(router: Router, services: OfficerServices): void {
  router.get('/calendar', async (ctx) => {
    const visit = editor(await admit(ctx, services, FRESH));
    if (visit === undefined) return;
    const draft = await services.frame.takeDraft(ctx, CALENDAR);
    await show(visit, services, { problem: undefined, ...shownAgain(visit, draft) });
  });

  router.post('/calendar', async (ctx) => {
    const form = await readForm(ctx);
    const typed = typedIn(form);
    const late = {
      returnTo: CALENDAR,
      draft: { path: CALENDAR, fields: typed },
      sent: true,
    } as const;
    const seen = editor(await admit(ctx, services, late));
    if (seen === undefined) return;
    services.frame.verify(ctx, seen.session, form);
    const visit = await admit(ctx, services, { ...FRESH, ...late });
    if (visit === undefined) return;
    const decision = decideCalendarDay({
      member: visit.member,
      office: visit.office,
      date: typed['date'] ?? '',
      kind: KINDS.find((kind) => kind === typed['kind']),
      source: typed['source'] ?? '',
      requestId: ctx.state.requestId,
      now: services.clock(),
    });
    if (decision.kind === 'refused') {
      return show(visit, services, { problem: decision.why, typed });
    }
    await services.writer.apply(decision.writes);
    seeOther(ctx, CALENDAR);
  });
}

function editor(visit: OfficerVisit | undefined): OfficerVisit | undefined {
  if (visit === undefined) return undefined;
  const { member, office, ctx } = visit;
  if (member.roles.includes('supervisor') && office.kind === 'identification_authority') {
    return visit;
  }
  ctx.status = 404;
  return undefined;
}

function typedIn(form: Form): Readonly<Record<string, string>> {
  const text = (name: string) => (form.text(name) ?? '').normalize('NFC').trim().slice(0, 201);
  const part = (name: string, length: number) =>
    text(name) === '' ? '' : text(name).padStart(length, '0');
  const date = `${part('date_year', 4)}-${part('date_month', 2)}-${part('date_day', 2)}`;
  return { date, kind: text('kind'), source: text('source') };
}

async function show(
  visit: OfficerVisit,
  { calendar, clock }: OfficerServices,
  shown: Pick<CalendarPageProps, 'problem' | 'typed' | 'restored' | 'warning'>,
): Promise<void> {
  const today = dateInVietNam(clock());
  const edited = await calendar.between(today, dayAfter(today, 800));
  const entered = new Set(edited.map(({ date }) => date));
  const days = [
    ...STATUTORY_DAYS.filter(({ date }) => date >= today && !entered.has(date)).map((day) => ({
      ...day,
      entered: false,
    })),
    ...edited.map((day) => ({ ...day, confirmed: true, entered: true })),
  ].toSorted((a, b) => (a.date < b.date ? -1 : 1));
  sendPage(
    visit.ctx,
    <CalendarPage
      ctx={{ ...visit.page, path: CALENDAR }}
      translator={visit.words}
      bar={visit.bar('calendar')}
      days={days}
      target={visit.target(CALENDAR)}
      {...shown}
    />,
    shown.problem === undefined ? 200 : 422,
  );
}
