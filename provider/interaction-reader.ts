import type Provider from 'oidc-provider';

import type { ClientStore } from '../clients/client.ts';
import { disclosureItems } from '../clients/disclosure.ts';
import { InteractionGone } from '../errors.ts';
import type { StoredInteraction } from './browser-session.ts';
import type { PairwiseSubject } from './pairwise.ts';
import type { PendingInteraction } from './port.ts';
import { readAuthorizationRequest } from './request.ts';
import { askedSubjects, isAskedFor } from './subject-hint.ts';

export interface ReaderSources {
  readonly clients: ClientStore;
  readonly subjectFor: PairwiseSubject;
}

type Described = Omit<PendingInteraction, 'session'>;

/** The library's record of a request that waits, in the words of the journey. */
export function createInteractionReader(
  provider: Provider,
  { clients, subjectFor }: ReaderSources,
) {
  const whoIsAsked = async (params: StoredInteraction['params'], clientId: string) => {
    const anybody = askedSubjects(params).length === 0;
    const client = anybody ? undefined : await provider.Client.find(clientId);
    return (accountId: string) =>
      client === undefined || isAskedFor(accountId, client, params, subjectFor);
  };

  return async ({ uid, params, cid, exp, prompt }: StoredInteraction): Promise<Described> => {
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
      redirectUri: String(params['redirect_uri']),
      isFor: await whoIsAsked(params, clientId),
    };
  };
}
