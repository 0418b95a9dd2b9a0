import { hash } from 'node:crypto';

import type Provider from 'oidc-provider';
import type { Client } from 'oidc-provider';
import { z } from 'zod';

import type { Deliveries } from '../clients/deliveries.ts';
import { isId } from '../ids.ts';
import type { DeliverySender } from './delivery-loop.ts';
import { postDelivery } from './delivery-post.ts';
import { asProtocolError } from './protocol-error.ts';

const payloadSchema = z.object({ authReqId: z.string(), token: z.string() });

interface Answered {
  readonly jti: string;
  readonly exp: number;
  readonly accountId?: string | undefined;
  readonly params?: Readonly<Record<string, unknown>> | undefined;
}

/** The library would call the relying party within the person's own request, once. Here the call is handed in instead. */
export function queuePings(provider: Provider, deliveries: Deliveries): void {
  Object.defineProperty(provider.Client.prototype, 'backchannelPing', {
    value(this: Client, request: Answered): Promise<unknown> {
      const { jti, exp, accountId, params } = request;
      const enqueued = deliveries.enqueue({
        kind: 'ciba-ping',
        clientId: this.clientId,
        uri: this.backchannelClientNotificationEndpoint ?? '',
        accountId: isId('acc', accountId) ? accountId : undefined,
        payload: { authReqId: jti, token: params?.['client_notification_token'] },
        onceKey: hash('sha256', jti, 'base64url'),
        // Who has not heard of it by then finds out by asking.
        lifetimeSeconds: Math.max(60, exp - Math.floor(Date.now() / 1000)),
      });
      return asProtocolError(enqueued);
    },
  });
}

/** CIBA Core 1.0, section 10.2: to the address that is registered now; one given up gets no bearer token any more. */
export function createPingSender(
  current: () => Provider,
  fetch: typeof globalThis.fetch,
): DeliverySender {
  return async ({ clientId, payload }) => {
    const client = await current().Client.find(clientId);
    const uri = client?.backchannelClientNotificationEndpoint;
    if (uri === undefined) return { kind: 'refused', status: undefined, error: 'not_registered' };
    const { authReqId, token } = payloadSchema.parse(payload);
    return postDelivery(fetch, uri, {
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ auth_req_id: authReqId }),
    });
  };
}
