import type { Middleware } from 'koa';

import { newId, type RequestId } from '../ids.ts';

declare module 'koa' {
  interface DefaultState {
    /** One id for the person, the relying party, the log and the audit. */
    requestId: RequestId;
    /** CSP nonce of this response. */
    nonce: string;
  }
}

/** Ours, never the caller's: a reference id somebody else chose proves nothing. */
export const requestIds: Middleware = async (ctx, next) => {
  const requestId = newId('req');
  ctx.state.requestId = requestId;
  ctx.set('X-Request-Id', requestId);
  await next();
};
