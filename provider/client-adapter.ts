import Provider, { type Adapter, type AdapterPayload } from 'oidc-provider';

import type { ClientRecord, ClientStore } from '../clients/client.ts';
import { tierViolations, type Surroundings } from '../clients/policy/tier-check.ts';
import { isTier, TIER_RULES } from '../clients/policy/tiers.ts';
import { asProtocolError } from './protocol-error.ts';
import { refuseAtRunTime } from './tier-refusal.ts';
import type { ClientRegistration } from './client-registration.ts';

export interface ClientAdapterSources {
  readonly clients: ClientStore;
  readonly registration: ClientRegistration;
  readonly surroundings: Surroundings;
}

/**
 * Where a relying party is only looked after, or only loses something: one that no longer meets its tier may be mended
 * or removed, and people can log out of it.
 */
const LENIENT = new Set([
  'client',
  'client_update',
  'client_delete',
  'revocation',
  'end_session',
  'end_session_confirm',
  'end_session_success',
]);

/** Relying parties are durable: they live in the register, not in the protocol store. */
export function clientAdapter({
  clients,
  registration,
  surroundings,
}: ClientAdapterSources): Adapter {
  const opened = new WeakMap<
    ClientRecord,
    { payload: AdapterPayload; fault: string | undefined }
  >();
  const open = (record: ClientRecord) => {
    const known = opened.get(record) ?? {
      // The policy says which tier it is, whatever stands in the metadata.
      payload: { ...record.metadata, tier: record.policy.tier },
      fault: faultOf(record, surroundings),
    };
    opened.set(record, known);
    return known;
  };

  return {
    async find(id) {
      const record = await asProtocolError(clients.find(id));
      if (record === undefined) return undefined;
      const { payload, fault } = open(record);
      const route = Provider.ctx?.oidc.route;
      if (fault !== undefined && route !== undefined && !LENIENT.has(route)) refuseAtRunTime(fault);
      return payload;
    },
    async upsert(id, payload) {
      await asProtocolError(registration.store(id, payload));
    },
    async destroy(id) {
      await asProtocolError(registration.remove(id));
    },
    findByUid: absent,
    findByUserCode: absent,
    consume: async () => {},
    revokeByGrantId: async () => {},
  };
}

/** Why a record as it stands cannot be served; the table may have grown stricter since it was written. */
function faultOf(
  { metadata, policy }: ClientRecord,
  surroundings: Surroundings,
): string | undefined {
  if (!isTier(policy.tier)) return 'its tier is not known here';
  const [violation] = tierViolations(metadata, TIER_RULES[policy.tier], surroundings);
  return violation === undefined
    ? undefined
    : `${violation.member} no longer meets the tier ${policy.tier}, which allows ${violation.allowed}`;
}

async function absent(): Promise<undefined> {
  return undefined;
}
