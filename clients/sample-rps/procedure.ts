import * as client from 'openid-client';
import { z } from 'zod';

import { TEMPORARY_RESIDENCE } from './portal-api.ts';
import { stepUpDemand, type StepUpDemand } from './step-up.ts';

const filingSchema = z.object({
  procedure: z.string(),
  reference: z.string(),
  filed_at: z.number(),
  filed_by: z.object({ sub: z.string(), acr: z.string(), auth_time: z.number() }),
});
export type Filing = z.infer<typeof filingSchema>;

export type Outcome =
  | { readonly kind: 'filed'; readonly filing: Filing }
  /** `challenge`: the header as it came, for the page that explains it. */
  | { readonly kind: 'step-up'; readonly demand: StepUpDemand; readonly challenge: string }
  /** The token has expired, or was revoked. */
  | { readonly kind: 'token-refused' };

/** Calls the API as any client would: over HTTP, with the access token, reading the challenge when it says no. */
export async function fileTemporaryResidence(
  provider: client.Configuration,
  origin: string,
  accessToken: string,
): Promise<Outcome> {
  const url = new URL(TEMPORARY_RESIDENCE, origin);
  try {
    const response = await client.fetchProtectedResource(provider, accessToken, url, 'POST');
    return { kind: 'filed', filing: filingSchema.parse(await response.json()) };
  } catch (error) {
    if (!(error instanceof client.WWWAuthenticateChallengeError)) throw error;
    const demand = stepUpDemand(error.cause);
    if (demand === undefined) return { kind: 'token-refused' };
    const challenge = error.response.headers.get('WWW-Authenticate') ?? '';
    return { kind: 'step-up', demand, challenge };
  }
}
