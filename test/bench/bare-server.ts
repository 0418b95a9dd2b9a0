import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';

import type { Context } from 'koa';
import Provider, { type ClientMetadata, type InteractionResults } from 'oidc-provider';
import { z } from 'zod';

import { LOW, SUBSTANTIAL } from '../../accounts/assurance.ts';
import { TTL } from '../../provider/ttl.ts';
import {
  BARE_PERSON,
  bareConfiguration,
  stepUpPolicy,
} from '../support/bare-provider-configuration.ts';
import { openBareStore } from './bare-store.ts';

const environment = z
  .object({
    ISSUER: z.url(),
    BARE_STORE: z.string(),
    /** JSON; the ones with pages of their own are listed in `BARE_PAGES`. */
    BARE_CLIENTS: z.string().transform((text) => JSON.parse(text) as ClientMetadata[]),
    BARE_PAGES: z.string().transform((text) => new Set(text.split(' '))),
  })
  .parse(process.env);

/**
 * oidc-provider as it comes: same algorithm, routes, claims, lifetimes and rotation as SenID, static clients, one
 * account for everybody. Its login page lets everybody in, and so costs nothing.
 */
function createBareProvider(): Provider {
  const { adapter, remember } = openBareStore(environment.BARE_STORE);
  const common = bareConfiguration(stepUpPolicy(), () => BARE_PERSON);
  const provider = new Provider(environment.ISSUER, {
    ...common,
    adapter,
    clients: environment.BARE_CLIENTS,
    features: {
      ...common.features,
      dPoP: { enabled: false },
      resourceIndicators: { enabled: false },
    },
    pkce: { required: () => true },
    expiresWithSession: () => false,
    ttl: { ...TTL },
  });
  // Find and then save, as the library has it, would let parallel replays through.
  Object.assign(provider.ReplayDetection, {
    unique: (issuer: string, jti: string, expires: number) =>
      remember(`${issuer} ${jti}`, Math.max(1, expires - Math.floor(Date.now() / 1000))),
  });
  provider.use(async (ctx, next) => {
    if (ctx.path.startsWith('/interaction/')) await interact(provider, ctx);
    else await next();
  });
  return provider;
}

type Details = Awaited<ReturnType<Provider['interactionDetails']>>;

/** Answers at once; for some clients a page is shown first, and login and consent are asked for one after the other. */
async function interact(provider: Provider, ctx: Context): Promise<void> {
  const details = await provider.interactionDetails(ctx.req, ctx.res);
  const paged = environment.BARE_PAGES.has(String(details.params['client_id']));
  if (paged && ctx.method === 'GET') {
    ctx.body = pageOf(details);
    return;
  }
  for await (const _ of ctx.req) void _;
  const asked = paged ? [details.prompt.name] : ['login', 'consent'];
  const result = await answer(provider, details, asked);
  await provider.interactionFinished(ctx.req, ctx.res, result, { mergeWithLastSubmission: paged });
  ctx.respond = false;
}

async function answer(
  provider: Provider,
  { params, session }: Details,
  asked: readonly string[],
): Promise<InteractionResults> {
  const accountId = session?.accountId ?? randomUUID();
  const result: InteractionResults = {};
  if (asked.includes('login')) {
    const acr = params['acr_values'] === SUBSTANTIAL ? SUBSTANTIAL : LOW;
    const amr = acr === LOW ? ['pwd', 'otp', 'mfa'] : ['hwk', 'user', 'mfa'];
    result.login = { accountId, acr, amr };
  }
  if (asked.includes('consent')) {
    const grant = new provider.Grant({ accountId, clientId: String(params['client_id']) });
    grant.addOIDCScope(String(params['scope']));
    result.consent = { grantId: await grant.save() };
  }
  return result;
}

function pageOf({ uid, prompt }: Details): string {
  return `<!doctype html><html lang="en"><title>${prompt.name}</title>
    <form method="post" action="/interaction/${uid}/${prompt.name}"><button name="continue">Go on</button></form></html>`;
}

const provider = createBareProvider();
const handle = provider.callback();
createServer((request, response) => void handle(request, response)).listen(
  Number(new URL(environment.ISSUER).port),
  'localhost',
);
