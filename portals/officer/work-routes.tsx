import type Router from '@koa/router';

import { normaliseIdentifier } from '../../accounts/account.ts';
import type { CaseFilter } from '../../enrolment/case.ts';
import { summaryOf } from '../../enrolment/cases/case-summary.ts';
import type { CaseOverview } from '../../enrolment/cases/case-view.ts';
import { caseOfReference } from '../../enrolment/reference.ts';
import { readForm } from '../../web/forms.ts';
import { sendPage } from '../../web/send-page.ts';
import { seeOther } from '../see-other.ts';
import { caseAddress } from './case-answers.tsx';
import { admit, OFFICER_PATH, type OfficerServices, type OfficerVisit } from './officer-visit.tsx';
import { WORK_LISTS, WorkListPage, type WorkListName } from './pages/work-list-page.tsx';

const MOST_SHOWN = 200;
const OPEN = ['collecting', 'running', 'paused', 'approved'] as const;

export function addWorkRoutes(router: Router, services: OfficerServices): void {
  router.get('/', async (ctx) => {
    const visit = await admit(ctx, services);
    if (visit === undefined) return;
    const asked = WORK_LISTS.find((name) => name === ctx.query['list']) ?? 'office';
    const { lists, isCut } = await worklists(visit, services);
    const counts = countsOf(lists, isCut);
    show(visit, { list: asked, cases: lists[asked], counts, most: isCut ? MOST_SHOWN : undefined });
  });

  // By POST: a number has no business in an address.
  router.post('/search', async (ctx) => {
    const visit = await admit(ctx, services);
    if (visit === undefined) return;
    const form = await readForm(ctx);
    services.frame.verify(ctx, visit.session, form);
    const typed = (form.text('number') ?? '').trim().slice(0, 60);
    const id = caseOfReference(typed);
    if (id !== undefined && (await services.cases.view(id, visit.actor)) !== undefined) {
      return seeOther(ctx, caseAddress(id));
    }
    const applicantNumber = normaliseIdentifier(typed);
    const found =
      applicantNumber === ''
        ? []
        : await services.cases.list({ applicantNumber, limit: MOST_SHOWN }, visit.actor);
    await services.audit.caseSearched(
      { requestId: ctx.state.requestId, actorId: visit.session.accountId },
      { staffId: visit.member.id, found: found.length },
    );
    show(visit, { list: 'found', cases: found, counts: undefined, most: undefined });
  });
  // The address of the form, loaded again.
  router.get('/search', (ctx) => seeOther(ctx, OFFICER_PATH));
}

type Lists = Readonly<Record<WorkListName, readonly CaseOverview[]>>;

/** What the office deals with, what it received and the authority has now, and of both what concerns this officer. */
async function worklists(
  visit: OfficerVisit,
  services: OfficerServices,
): Promise<{ readonly lists: Lists; readonly isCut: boolean }> {
  const { actor, office, session } = visit;
  const common = { statuses: OPEN, limit: MOST_SHOWN };
  const filters: readonly CaseFilter[] = [
    { ...common, officeId: office.id },
    { ...common, receivedBy: office.id },
  ];
  const [here = [], received = []] = await Promise.all(
    filters.map((filter) => services.cases.list(filter, actor)),
  );
  const forwarded = received.filter(({ officeId }) => officeId !== office.id);
  const rows = await Promise.all(filters.map((filter) => services.caseStore.list(filter)));
  const mine = new Set(
    rows
      .flat()
      .filter((row) => summaryOf(row).handledBy.includes(session.accountId))
      .map(({ id }) => id),
  );
  const all = [...here, ...forwarded];
  const lists = {
    office: here,
    forwarded,
    mine: all.filter(({ id }) => mine.has(id)),
    due_soon: all.filter(({ clock }) => clock.state === 'due_soon'),
    overdue: all.filter(({ clock }) => clock.state === 'overdue'),
  };
  // What is due first was read first: nothing urgent is cut off.
  return { lists, isCut: rows.some(({ length }) => length === MOST_SHOWN) };
}

/** `200+` where there may be more than was read. */
function countsOf(lists: Lists, isCut: boolean): Readonly<Record<WorkListName, string>> {
  const count = ({ length }: readonly CaseOverview[]) => `${length}${isCut ? '+' : ''}`;
  return {
    office: count(lists.office),
    forwarded: count(lists.forwarded),
    mine: count(lists.mine),
    due_soon: count(lists.due_soon),
    overdue: count(lists.overdue),
  };
}

function show(
  visit: OfficerVisit,
  shown: {
    readonly list: WorkListName | 'found';
    readonly cases: readonly CaseOverview[];
    readonly counts: Readonly<Record<WorkListName, string>> | undefined;
    readonly most: number | undefined;
  },
): void {
  sendPage(
    visit.ctx,
    <WorkListPage
      ctx={{ ...visit.page, path: visit.ctx.method === 'GET' ? visit.page.path : OFFICER_PATH }}
      translator={visit.words}
      bar={visit.bar('work')}
      search={visit.target(`${OFFICER_PATH}/search`)}
      {...shown}
    />,
  );
}
