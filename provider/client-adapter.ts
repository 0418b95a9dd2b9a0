import { errors, type Adapter } from 'oidc-provider';
import { z } from 'zod';

import type { ClientStore } from '../clients/client.ts';
import { newcomerPolicy } from '../clients/newcomer-policy.ts';
import { asProtocolError } from './protocol-error.ts';

/** Members of our own in client metadata: why data is asked for, and what may be declined. */
export const OWN_CLIENT_METADATA = ['purposes', 'optional_scopes'] as const;

const wishesSchema = z.object({
  client_id: z.string(),
  client_name: z.string().max(120).optional(),
  purposes: z.record(z.string().max(40), z.string().max(300)).optional(),
  optional_scopes: z.array(z.string().max(40)).max(20).optional(),
});

/** Relying parties are durable: they live in the register, not in the protocol store. */
export function clientAdapter(clients: ClientStore, now: () => number): Adapter {
  return {
    async find(id) {
      const record = await asProtocolError(clients.find(id));
      return record === undefined ? undefined : record.metadata;
    },
    async upsert(id, payload) {
      const wishes = wishesSchema.parse({ ...payload, client_id: id });
      const existing = await asProtocolError(clients.find(id));
      if (existing?.origin === 'seeded') {
        throw new errors.InvalidClientMetadata('this client is not changed through registration');
      }
      const saved = clients.save({
        clientId: id,
        origin: 'self-registered',
        metadata: { ...payload },
        policy: newcomerPolicy({
          clientId: id,
          clientName: wishes.client_name ?? id,
          purposes: wishes.purposes ?? {},
          optionalScopes: wishes.optional_scopes ?? [],
        }),
        createdAt: existing?.createdAt ?? now(),
      });
      await asProtocolError(saved);
    },
    async destroy(id) {
      await asProtocolError(clients.remove(id));
    },
    findByUid: absent,
    findByUserCode: absent,
    consume: async () => {},
    revokeByGrantId: async () => {},
  };
}

async function absent(): Promise<undefined> {
  return undefined;
}
