import type { Context, Middleware } from 'koa';

import type { EphemeralStore } from '../accounts/ephemeral-store.ts';
import { networkOf } from '../accounts/throttle.ts';
import { countEvent } from '../accounts/window-limits.ts';
import type { ClientStore } from '../clients/client.ts';
import type { Clock } from '../clock.ts';
import { BadInput, InteractionGone } from '../errors.ts';
import { randomText } from '../ids.ts';
import { readFields } from '../web/forms.ts';

/** Endpoints the library answers to GET alone, and a relying party may send a browser to with a form. */
const PATHS: ReadonlySet<string> = new Set(['/authorize', '/logout']);
/** Our own parameter: where the fields of a form were put. */
const KEPT = 'posted_request';
const KEPT_SECONDS = 15 * 60;
/** Every server and proxy on the way takes an address of this length. */
const LONGEST_ADDRESS = 4_000;
/** A signed request with everything in it is a third of this. */
const LONGEST_KEPT = 48_000;
/** Requests kept for one network in `KEPT_SECONDS`: a thousand people behind one address log in, a flood does not. */
const MOST_KEPT = 1_000;
/** Once it has been looked at, long enough for a page to be loaded again; others may have seen the address. */
const KEPT_ONCE_READ_SECONDS = 60;
/** What names nobody. All else is kept out of addresses, histories and logs: whoever posts a thing may mean to. */
const HARMLESS: ReadonlySet<string> = new Set([
  'acr_values',
  'claims_locales',
  'client_id',
  'code_challenge',
  'code_challenge_method',
  'display',
  'dpop_jkt',
  'max_age',
  'nonce',
  'post_logout_redirect_uri',
  'prompt',
  'redirect_uri',
  'request_uri',
  'resource',
  'response_mode',
  'response_type',
  'scope',
  'state',
  'ui_locales',
]);

export interface PostedRequestSources {
  readonly ephemerals: EphemeralStore;
  readonly clients: Pick<ClientStore, 'find'>;
  readonly clock: Clock;
}

/**
 * OpenID Connect Core 3.1.2.1 and RP-Initiated Logout 1.0, section 2: "Authorization Servers MUST support the use of the
 * HTTP GET and POST methods". A browser keeps our cookies back from a form of another site (`SameSite=Lax`), and sends
 * them along when it is told to come again by GET: so the fields are read and nothing else is done with them. They go
 * into the address, or, when they are long or personal, into the protocol store. Repeated ones stay repeated: the
 * library refuses them. The browser is never sent anywhere but to the path it posted to.
 *
 * Throws `BadInput` for what is no small urlencoded form, and `InteractionGone` when the fields are not kept any more.
 */
export function createPostedRequests(sources: PostedRequestSources): Middleware {
  return async (ctx, next) => {
    const ours = PATHS.has(ctx.path);
    if (ours && ctx.method === 'POST') return askAgain(ctx, sources);
    const kept = ctx.query[KEPT];
    if (ours && typeof kept === 'string') await restore(ctx, kept, sources.ephemerals);
    await next();
  };
}

async function askAgain(ctx: Context, sources: PostedRequestSources): Promise<void> {
  const fields = await readFields(ctx);
  const query = fields.toString();
  if (query.length > LONGEST_KEPT) throw new BadInput('too long for a request', 413);
  const harmless = [...fields.keys()].every((name) => HARMLESS.has(name));
  const inAddress = harmless && query.length <= LONGEST_ADDRESS;
  const again = inAddress ? query : await keptFor(ctx, fields, sources);
  ctx.set('Cache-Control', 'no-store');
  ctx.redirect(`${ctx.path}?${again}`);
  // RFC 9110, section 15.4.4: the next request is a GET. A 307 would be posted again.
  ctx.status = 303;
}

/** Nothing is kept for nobody: of a relying party we do not know the library is told the name alone, and refuses it. */
async function keptFor(
  { path, ip: address }: Context,
  fields: URLSearchParams,
  { ephemerals, clients, clock }: PostedRequestSources,
): Promise<string> {
  const wait = await countEvent(ephemerals, {
    kind: 'throttle',
    seconds: KEPT_SECONDS,
    limits: [{ key: `posted-request/${networkOf(address)}`, limit: MOST_KEPT }],
    now: clock(),
  });
  if (wait !== undefined) throw new BadInput('too many requests by POST', 429);
  const [clientId = '', ...more] = fields.getAll('client_id');
  if (path === '/authorize' && (more.length > 0 || (await clients.find(clientId)) === undefined)) {
    return new URLSearchParams(
      fields.getAll('client_id').map((id) => ['client_id', id]),
    ).toString();
  }
  return keep(fields.toString(), ephemerals);
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
  await store.put('posted-request', id, found.value, KEPT_ONCE_READ_SECONDS);
  const fields = new URLSearchParams(found.value);
  fields.delete(KEPT);
  const { lang } = ctx.query;
  if (typeof lang === 'string') fields.set('lang', lang);
  ctx.url = `${ctx.path}?${fields}`;
}
