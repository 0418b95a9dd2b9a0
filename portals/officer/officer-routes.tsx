import Router from '@koa/router';
import type { Middleware } from 'koa';

import { plainPage } from '../../web/error-answer.tsx';
import { sendPage } from '../../web/send-page.ts';
import type { PortalFrame } from '../session/portal-frame.tsx';
import { NoStaffPage } from './pages/no-staff-page.tsx';

export interface OfficerServices {
  readonly frame: PortalFrame;
  readonly sandbox: boolean;
}

const PATH = '/officer';

export function officerRoutes({ frame, sandbox }: OfficerServices): Middleware {
  const router = new Router({ prefix: PATH });
  router.get('/', async (ctx) => {
    const session = await frame.requireSession(ctx);
    if (session === undefined) return;
    const signOut = frame.target(session, `${PATH}/sign-out`);
    const page = (
      <NoStaffPage ctx={plainPage(ctx, sandbox)} person={session.account.name} signOut={signOut} />
    );
    sendPage(ctx, page, 403);
  });
  return router.routes() as Middleware;
}
