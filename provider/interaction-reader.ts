import type Provider from 'oidc-provider';

import { isActingPrincipal, type Principal } from '../accounts/principal.ts';
import type { ClientStore } from '../clients/client.ts';
import { disclosureItems } from '../clients/disclosure.ts';
import { InteractionGone } from '../errors.ts';
import type { StoredInteraction } from './browser-session.ts';
import { approvalOf } from './device-codes.ts';
import type { PairwiseSubject } from './pairwise.ts';
import type { BrowserSession, PendingInteraction } from './port.ts';
import { readAuthorizationRequest } from './request.ts';
import { askedPersons, isAskedFor } from './subject-hint.ts';

export interface ReaderSources {
  readonly clients: ClientStore;
  readonly subjectFor: PairwiseSubject;
}

/** The library leaves `prompt` out of requests for another device, and with it what `max_age=0` means (OIDC Core 3.1.2.1). */
async function deviceCodeOf(provider: Provider, { deviceCode }: StoredInteraction) {
  if (deviceCode === undefined) return undefined;
  return provider.DeviceCode.find(deviceCode, { ignoreExpiration: true });
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

type Described = Omit<PendingInteraction, 'session'>;

/** The library's record of a request that waits, in the words of the journey. */
export function createInteractionReader(
  provider: Provider,
  { clients, subjectFor }: ReaderSources,
) {
  const whoIsAsked = async (
    params: StoredInteraction['params'],
    clientId: string,
    chosen: Principal | undefined,
  ) => {
    const anybody = askedPersons(params).length === 0;
    const client = anybody ? undefined : await provider.Client.find(clientId);
    const isAsked = (principal: Principal) =>
      client === undefined || isAskedFor(principal, client, params, subjectFor);
    // A step-up pins both: whom it is about, and who acted for them here before.
    const pinned = client !== undefined && isActingPrincipal(chosen) && isAsked(chosen);
    return (principal: Principal) => (pinned ? principal === chosen : isAsked(principal));
  };

  return async (
    interaction: StoredInteraction,
    session: BrowserSession | undefined,
  ): Promise<Described> => {
    const { uid, cid, exp, prompt } = interaction;
    const code = await deviceCodeOf(provider, interaction);
    const params = { ...interaction.params, ...code?.params };
    const clientId = String(params['client_id']);
    const client = await clients.find(clientId);
    if (client === undefined) throw new InteractionGone('client not found');
    const request = readAuthorizationRequest(params, client.policy);
    return {
      uid,
      transaction: cid,
      expiresAt: exp * 1000,
      reasons: prompt.reasons as Described['reasons'],
      request,
      client,
      items: disclosureItems(client.policy, request.data),
      redirectUri: textOf(params['redirect_uri']),
      approval: code && approvalOf(code),
      isFor: await whoIsAsked(params, clientId, session?.chosen),
      namesSubject: askedPersons(params).length > 0,
    };
  };
}
