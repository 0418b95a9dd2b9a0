import { createHash } from 'node:crypto';

import type { Context } from 'koa';
import type Provider from 'oidc-provider';

import type { Approval, Approvals } from '../accounts/approvals.ts';
import type { Ledger } from '../accounts/ledger.ts';
import type { Audit } from '../audit/events.ts';
import { OWN_CLIENT_ID, ownRedirectUri } from '../clients/own-client.ts';
import type { ClientStore } from '../clients/client.ts';
import type { Clock } from '../clock.ts';
import { randomText, type AccountId } from '../ids.ts';
import { createBrowserSessions } from './browser-session.ts';
import type { ApprovalMark } from './device-codes.ts';
import { DEVICE_PATH } from './device-pages.tsx';
import { setInteractionCookies } from './interaction-port.ts';
import type { PairwiseSubject } from './pairwise.ts';
import type { ApprovalPort, WaitingApproval } from './port.ts';
import { TTL } from './ttl.ts';

export interface ApprovalPortSources {
  readonly approvals: Approvals;
  readonly clients: ClientStore;
  readonly ledger: Ledger;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly subjectFor: PairwiseSubject;
}

/** What of the request goes into the journey; its hints and tokens have done their work. */
const KEPT = [
  'scope',
  'acr_values',
  'max_age',
  'prompt',
  'ui_locales',
  'claims_locales',
  'resource',
  'authorization_details',
] as const;

/**
 * A request of CIBA becomes a device code of our own making that nobody ever sees: so the approval is an ordinary journey
 * of the library, which signs in, steps up, asks for consent and decides as for any other login, and its answer is handed
 * to the request by `approval-answers.ts`.
 */
export function createApprovalPort(
  provider: Provider,
  { approvals, clients, ledger, audit, clock, subjectFor }: ApprovalPortSources,
): ApprovalPort {
  const sessions = createBrowserSessions(provider, ledger, audit);

  return {
    signedIn: async (ctx) => (await sessions.current(ctx))?.accountId,

    signInAddress() {
      // The session is all that is wanted: the code is never redeemed, so the verifier is forgotten.
      const challenge = createHash('sha256').update(randomText(48)).digest('base64url');
      const query = new URLSearchParams({
        client_id: OWN_CLIENT_ID,
        redirect_uri: ownRedirectUri(provider.issuer),
        response_type: 'code',
        scope: 'openid',
        code_challenge: challenge,
        code_challenge_method: 'S256',
      });
      return `${provider.pathFor('authorization')}?${query}`;
    },

    async waiting(accountId) {
      const list = await approvals.list(accountId);
      const shown = await Promise.all(
        list.map(async (approval): Promise<WaitingApproval | undefined> => {
          const client = await clients.find(approval.clientId);
          return client && { ...approval, client };
        }),
      );
      return shown.filter((each) => each !== undefined);
    },

    async begin(ctx, accountId, id) {
      const approval = (await approvals.list(accountId)).find((each) => each.id === id);
      if (approval === undefined) return undefined;
      const params = await paramsOf(approval, accountId);
      if (params === undefined) {
        await approvals.remove(accountId, approval.requestId);
        return undefined;
      }
      const signedIn = (await sessions.current(ctx))?.accountId === accountId;
      return startJourney(provider, ctx, { approval, params, signedIn, now: clock() });
    },
  };

  /** Undefined for what is answered, expired, or not for this person. */
  async function paramsOf({ requestId }: Approval, accountId: AccountId) {
    const request = await provider.BackchannelAuthenticationRequest.find(requestId);
    if (request?.accountId !== accountId || request.grantId !== undefined) return undefined;
    const client = await provider.Client.find(request.clientId ?? '');
    if (request.error !== undefined || client === undefined) return undefined;
    const asked = request.params ?? {};
    const kept = KEPT.filter((name) => asked[name] !== undefined);
    return {
      client_id: client.clientId,
      ...Object.fromEntries(kept.map((name) => [name, asked[name]])),
      claims: withSubject(asked['claims'], subjectFor(accountId, client)),
    };
  }
}

/** Nobody but the person who was asked can answer (OIDC Core 5.5.1). */
function withSubject(claims: unknown, sub: string): string {
  const asked = (typeof claims === 'string' ? JSON.parse(claims) : {}) as {
    readonly id_token?: object;
  };
  return JSON.stringify({ ...asked, id_token: { ...asked.id_token, sub: { value: sub } } });
}

interface Start {
  readonly approval: Approval;
  readonly params: Readonly<Record<string, unknown>> & { readonly client_id: string };
  readonly signedIn: boolean;
  readonly now: number;
}

async function startJourney(
  provider: Provider,
  ctx: Context,
  { approval, params, signedIn, now }: Start,
): Promise<string> {
  const seconds = Math.floor((approval.expiresAt - now) / 1000);
  const ttl = Math.max(1, Math.min(TTL.Interaction, seconds));
  const { requestId, bindingMessage, requestedAt } = approval;
  const mark: ApprovalMark = { requestId, bindingMessage, requestedAt };
  const DeviceCode = provider.DeviceCode as unknown as new (payload: object) => {
    save(): Promise<string>;
  };
  const deviceCode = await new DeviceCode({
    client: await provider.Client.find(params.client_id),
    params,
    // Never shown, and of another length than those that are.
    userCode: randomText(32),
    inFlight: true,
    deviceInfo: { approval: mark },
    exp: Math.floor(now / 1000) + ttl,
  }).save();

  const uid = randomText(32);
  const Interaction = provider.Interaction as unknown as new (
    uid: string,
    payload: object,
  ) => {
    save(ttl: number): Promise<string>;
  };
  const returnTo = `${provider.issuer}${DEVICE_PATH}/${uid}`;
  await new Interaction(uid, {
    returnTo,
    prompt: { name: 'login', reasons: signedIn ? [] : ['no_session'], details: { approval: true } },
    params,
    cid: randomText(16),
    deviceCode,
  }).save(ttl);
  setInteractionCookies(provider, ctx, { uid, returnTo }, ttl);
  return `/interaction/${uid}`;
}
