import type { Context } from 'koa';

import type { Log } from '../log.ts';
import { RETRY_AFTER_SECONDS } from '../web/error-answer.tsx';
import { errorPath } from '../web/errors/explain.ts';
import { explain, type Explained } from './explained-errors.ts';

/** The library's JSON errors get what all of ours have: an explanation, a reference id, and when to try again. */
export function completeError(ctx: Context, issuer: string, log: Log): void {
  if (ctx.status === 503) ctx.set('Retry-After', String(RETRY_AFTER_SECONDS));
  const explained = explain(ctx);
  if (explained === undefined) return;
  const { requestId } = ctx.state;
  log.info('request.refused', { requestId, status: ctx.status, code: explained.code });
  // What went to a relying party by a redirect has been explained on its way.
  if (ctx.status < 400) return;
  const body: unknown = ctx.body;
  if (typeof body === 'object' && body !== null && 'error' in body) {
    ctx.body = {
      ...body,
      error_description: explained.description,
      error_uri: issuer + errorPath(explained.code),
      request_id: ctx.state.requestId,
    };
  }
  challenge(ctx, issuer, explained);
}

/**
 * RFC 9110, section 15.5.2: a 401 says how to authenticate. The library does where a header was wrong; who sent its
 * credentials in the body, or none, is told as well.
 */
function challenge(ctx: Context, issuer: string, explained: Explained): void {
  const set = ctx.response.headers['www-authenticate'];
  const challenges = [set ?? []].flat();
  if (challenges.length === 0 && ctx.status !== 401) return;
  if (challenges.length === 0) challenges.push(`Basic realm="${issuer}", error="invalid_client"`);
  ctx.set(
    'WWW-Authenticate',
    challenges.map((each) => explainChallenge(each, issuer, explained)),
  );
}

/** RFC 6750, section 3: `error_uri` stands beside `error`, which a request without any credentials does not get. */
function explainChallenge(text: string, issuer: string, { code, description }: Explained): string {
  if (!/ error="/.test(text)) return text;
  const bare = text.replace(/,? error_description="(?:[^"\\]|\\.)*"/, '');
  return `${bare}, error_description="${description}", error_uri="${issuer}${errorPath(code)}"`;
}
