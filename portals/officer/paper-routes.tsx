import type Router from '@koa/router';

import { sendPage } from '../../web/send-page.ts';
import { namesOf } from './case-people.ts';
import { caseAddress, recordLook, viewOf } from './case-answers.tsx';
import { admit, type OfficerServices } from './officer-visit.tsx';
import { CaseAuditPage } from './pages/case-audit-page.tsx';
import { PaperPage } from './pages/paper-page.tsx';

const MOST_EVENTS = 200;

/** What is only read: the form as it is printed, and what was recorded of a case. */
export function addPaperRoutes(router: Router, services: OfficerServices): void {
  router.get('/cases/:id/form', async (ctx) => {
    const visit = await admit(ctx, services);
    if (visit === undefined) return;
    const view = await viewOf(visit, ctx.params['id'], services);
    if (view === undefined) return;
    await recordLook(visit, view, services, 'form');
    const { words, page, office } = visit;
    const receivedBy = view.receivedBy && (await services.staff.findOffice(view.receivedBy));
    sendPage(
      ctx,
      <PaperPage
        ctx={page}
        translator={words}
        bar={visit.bar()}
        view={view}
        office={(receivedBy ?? office).name[page.locale]}
        back={caseAddress(view.id)}
      />,
    );
  });

  router.get('/cases/:id/audit', async (ctx) => {
    const visit = await admit(ctx, services);
    if (visit === undefined) return;
    const { roles } = visit.member;
    if (!roles.includes('auditor') && !roles.includes('supervisor')) {
      ctx.status = 404;
      return;
    }
    const view = await viewOf(visit, ctx.params['id'], services);
    if (view === undefined) return;
    await recordLook(visit, view, services, 'audit');
    const events = await services.auditStore.list({ caseId: view.id, limit: MOST_EVENTS });
    const actors = events.flatMap(({ actorId }) =>
      actorId === undefined ? [] : [{ kind: 'holder', accountId: actorId } as const],
    );
    const nameOf = await namesOf(actors, services, visit.words);
    sendPage(
      ctx,
      <CaseAuditPage
        ctx={visit.page}
        translator={visit.words}
        bar={visit.bar()}
        back={caseAddress(view.id)}
        events={events.map(({ id, at, type, actorId, data }) => ({
          id,
          at,
          type,
          who:
            actorId === undefined
              ? visit.words.t('officer.by-program')
              : nameOf({ kind: 'holder', accountId: actorId }),
          data,
        }))}
      />,
    );
  });
}
