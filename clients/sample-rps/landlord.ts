/**
 * A landlord as a relying party: a public client (no secret, PKCE alone) that learns three things about a tenant and
 * never a number. Run: node dist/clients/sample-rps/landlord.js --issuer http://localhost:3000
 */
import * as client from 'openid-client';
import { z } from 'zod';

import { landlordAdvice, landlordBrand } from './landlord-brand.ts';
import { homePage, tenantPage } from './landlord-pages.ts';
import { LOW } from './shared/acr-ladder.ts';
import { languageOf } from './shared/language.ts';
import { listen, runProgram, type Running } from './shared/program.ts';
import { relyingParty } from './shared/provider.ts';
import { seeOther } from './shared/redirect.ts';
import { Site } from './shared/site.ts';

export interface LandlordOptions {
  readonly issuer: string;
  readonly port: number;
}

/** All a landlord may know. Whatever else an answer held would be dropped here, at the border. */
const tenantSchema = z.object({
  name: z.string(),
  age_over_18: z.boolean(),
  document_valid: z.boolean().optional(),
  /** Foreigners only: the permission to stay. */
  residence_valid: z.boolean().optional(),
});
export type Tenant = z.infer<typeof tenantSchema>;

export interface LandlordData {
  readonly tenant: Tenant | undefined;
}

const CHECK = { scope: 'openid tenant_check', acrValues: LOW };

export async function startLandlord({ issuer, port }: LandlordOptions): Promise<Running> {
  const rp = relyingParty({
    issuer,
    origin: `http://localhost:${port}`,
    clientId: 'sample-landlord',
    authentication: client.None(),
    authorizationUrl: client.buildAuthorizationUrl,
  });
  const site = new Site<'check', LandlordData>({
    rp,
    issuer,
    brand: landlordBrand,
    newData: () => ({ tenant: undefined }),
    advise: landlordAdvice,
  });
  const { router, sessions } = site;

  router.get('/', (ctx) => {
    const session = sessions.find(ctx);
    const language = languageOf(ctx);
    const { tenant } = session?.data ?? {};
    const page =
      session?.login && tenant
        ? tenantPage(tenant, session.login, session.shown, language)
        : homePage(language);
    site.render(ctx, page);
  });

  router.get('/login', (ctx) => site.depart(ctx, 'check', CHECK));

  router.get('/callback', async (ctx) => {
    const arrival = await site.arrive(ctx);
    if (arrival === undefined) return;
    const tenant = tenantSchema.safeParse(arrival.login.userinfo);
    if (!tenant.success) {
      arrival.session.login = undefined;
      return site.refuse(ctx, { from: 'verification', error: 'incomplete_answer' }, arrival.intent);
    }
    arrival.session.data = { tenant: tenant.data };
    return seeOther(ctx, '/');
  });

  return listen(site.app, port);
}

if (import.meta.main) await runProgram('landlord', 3002, startLandlord);
