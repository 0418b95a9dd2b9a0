import Router from '@koa/router';
import type { Context, Middleware } from 'koa';

import type { AccountId } from '../ids.ts';
import type { ApprovalPort } from '../provider/port.ts';
import type { Csrf } from '../web/csrf.ts';
import { readForm } from '../web/forms.ts';
import { localeOf } from '../web/locale.ts';
import type { PageContext } from '../web/page-context.ts';
import { sendPage } from '../web/send-page.ts';
import { ApprovalsPage } from './pages/approvals-page.tsx';

const PATH = '/approvals';

export interface ApprovalServices {
  readonly approvals: ApprovalPort;
  readonly csrf: Csrf;
  readonly sandbox: boolean;
}

/** What waits for the person at this browser, and the way into each of it. */
export function approvalRoutes(services: ApprovalServices): Middleware {
  const { approvals, csrf } = services;
  const router = new Router({ prefix: PATH });

  router.get('/', async (ctx) => {
    const accountId = await approvals.signedIn(ctx);
    if (accountId === undefined) return seeOther(ctx, approvals.signInAddress());
    await showList(ctx, accountId, services);
  });

  // Where the provider leads back to after signing in; the code in the address is left to expire.
  router.get('/signed-in', (ctx) => seeOther(ctx, ctx.query['error'] === undefined ? PATH : '/'));

  router.get('/:id', (ctx) => seeOther(ctx, `${PATH}${ctx.search}`));

  router.post('/:id', async (ctx) => {
    const form = await readForm(ctx);
    const id = (ctx.params as Readonly<Record<string, string | undefined>>)['id'] ?? '';
    const accountId = await approvals.signedIn(ctx);
    const state = csrf.verify(ctx, { uid: id, person: accountId ?? '' }, form);
    // Somebody else has signed in since, or nobody is any more: what is shown is theirs.
    if (accountId === undefined || state === 'stale') return seeOther(ctx, PATH);
    const location = await approvals.begin(ctx, accountId, id);
    if (location === undefined) return showList(ctx, accountId, services, true);
    seeOther(ctx, location);
  });

  return router.routes() as Middleware;
}

async function showList(
  ctx: Context,
  accountId: AccountId,
  { approvals, csrf, sandbox }: ApprovalServices,
  gone = false,
): Promise<void> {
  const page: PageContext = {
    locale: localeOf(ctx),
    nonce: ctx.state.nonce,
    path: PATH,
    requestId: ctx.state.requestId,
    sandbox,
  };
  const waiting = await approvals.waiting(accountId);
  sendPage(
    ctx,
    <ApprovalsPage
      ctx={page}
      gone={gone}
      approvals={waiting.map(({ id, client, bindingMessage, requestedAt, expiresAt }) => ({
        id,
        service: client.policy.organisation.name[page.locale],
        bindingMessage,
        requestedAt,
        expiresAt,
      }))}
      target={(id) => ({
        action: `${PATH}/${id}`,
        csrf: csrf.tokenFor({ uid: id, person: accountId }),
      })}
    />,
    gone ? 404 : 200,
  );
}

/** RFC 9110, section 15.4.4: the next request is a GET, whatever this one was. */
function seeOther(ctx: Context, location: string): void {
  ctx.redirect(location);
  ctx.status = 303;
}
