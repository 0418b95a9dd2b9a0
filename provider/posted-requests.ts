import type { Context, Middleware } from 'koa';

import type { EphemeralStore } from '../accounts/ephemeral-store.ts';
import { InteractionGone } from '../errors.ts';
import { randomText } from '../ids.ts';
import { readFields } from '../web/forms.ts';

/** Endpoints the library answers to GET alone, and a relying party may send a browser to with a form. */
const PATHS: ReadonlySet<string> = new Set(['/authorize', '/logout']);
/** Our own parameter: where the fields of a form were put. */
const KEPT = 'posted_request';
const KEPT_SECONDS = 15 * 60;
/** Every server and proxy on the way takes an address of this length. */
const LONGEST_ADDRESS = 4_000;
/** May name a person: whoever posted these meant to keep them out of addresses, histories and logs. */
const PERSONAL: readonly string[] = ['login_hint', 'id_token_hint', 'claims', 'request'];

/**
 * OpenID Connect Core 3.1.2.1 and RP-Initiated Logout 1.0, section 2: "Authorization Servers MUST support the use of the
 * HTTP GET and POST methods". A browser keeps our cookies back from a form of another site (`SameSite=Lax`), and sends
 * them along when it is told to come again by GET: so the fields are read and nothing else is done with them. They go
 * into the address, or, when they are long or personal, into the protocol store. Repeated ones stay repeated: the
 * library refuses them. The browser is never sent anywhere but to the path it posted to.
 *
 * Throws `BadInput` for what is no small urlencoded form, and `InteractionGone` when the fields are not kept any more.
 */
export function createPostedRequests(store: EphemeralStore): Middleware {
  return async (ctx, next) => {
    const ours = PATHS.has(ctx.path);
    if (ours && ctx.method === 'POST') return askAgain(ctx, store);
    const kept = ctx.query[KEPT];
    if (ours && typeof kept === 'string') await restore(ctx, kept, store);
    await next();
  };
}

async function askAgain(ctx: Context, store: EphemeralStore): Promise<void> {
  const fields = await readFields(ctx);
  const query = fields.toString();
  const inAddress = query.length <= LONGEST_ADDRESS && !PERSONAL.some((name) => fields.has(name));
  ctx.set('Cache-Control', 'no-store');
  ctx.redirect(`${ctx.path}?${inAddress ? query : await keep(query, store)}`);
  // RFC 9110, section 15.4.4: the next request is a GET. A 307 would be posted again.
  ctx.status = 303;
}

async function keep(query: string, store: EphemeralStore): Promise<string> {
  const id = randomText(32);
  await store.put('posted-request', id, query, KEPT_SECONDS);
  return new URLSearchParams({ [KEPT]: id }).toString();
}

/** Read, not taken: a page that is loaded again, or switched to the other language, is the same page. */
async function restore(ctx: Context, id: string, store: EphemeralStore): Promise<void> {
  const found = await store.get('posted-request', id);
  if (typeof found?.value !== 'string') throw new InteractionGone('posted request not kept');
  const fields = new URLSearchParams(found.value);
  fields.delete(KEPT);
  const { lang } = ctx.query;
  if (typeof lang === 'string') fields.set('lang', lang);
  ctx.url = `${ctx.path}?${fields}`;
}
