import Provider, { errors, type Adapter } from 'oidc-provider';

import type { ArtefactPayload, ArtefactStore } from './artefact-store.ts';
import { clientAdapter, type ClientAdapterSources } from './client-adapter.ts';
import { createFoundGrants, type FoundGrants } from './found-grants.ts';
import { asProtocolError } from './protocol-error.ts';
import { createSpending, type Spending, type SpendingSources } from './spending.ts';

/** The library gives registration access tokens no end; here every record has one. */
const UNLIMITED_SECONDS = 365 * 24 * 60 * 60;

/** Kept past their end, so that who polls is told `expired_token` (RFC 8628, section 3.5), and not that there is no such code. */
const TOLD_EXPIRED_SECONDS: Readonly<Record<string, number>> = {
  DeviceCode: 10 * 60,
  BackchannelAuthenticationRequest: 10 * 60,
};

/** Whoever reads one of these reads its grant next. */
const UNDER_A_GRANT = new Set(['AuthorizationCode', 'AccessToken', 'RefreshToken']);

export type AdapterSources = SpendingSources & ClientAdapterSources;

/** oidc-provider's adapter over our store: everything it leaves to luck is decided here (LIBRARY, section 1.14). */
export function createAdapterFactory(sources: AdapterSources): (model: string) => Adapter {
  const parts: Parts = {
    store: sources.artefacts,
    spending: createSpending(sources),
    grants: createFoundGrants(),
    leaving: new WeakMap(),
  };
  return (model) => (model === 'Client' ? clientAdapter(sources) : artefactAdapter(model, parts));
}

interface Parts {
  readonly store: ArtefactStore;
  readonly spending: Spending;
  readonly grants: FoundGrants;
  /** By request: the session id that is given up for a new one. */
  readonly leaving: WeakMap<object, Promise<void>>;
}

function artefactAdapter(model: string, { store, spending, grants, leaving }: Parts): Adapter {
  const shown = async (id: string, found: ArtefactPayload | undefined) =>
    found === undefined ? undefined : spending.visible(model, id, found);

  return {
    async upsert(id, payload, expiresIn = UNLIMITED_SECONDS) {
      const oidc = Provider.ctx?.oidc;
      const ttl = expiresIn + (TOLD_EXPIRED_SECONDS[model] ?? 0);
      const written = store.upsert(model, id, { ...payload }, ttl);
      const left = model === 'Session' && oidc !== undefined ? leaving.get(oidc) : undefined;
      await asProtocolError(Promise.all([written, left]));
    },
    async find(id) {
      if (model === 'Grant') {
        const known = grants.take(id);
        if (known !== undefined) return known;
      }
      if (!UNDER_A_GRANT.has(model)) {
        return shown(id, await asProtocolError(store.find(model, id)));
      }
      const found = await asProtocolError(store.findWithGrant(model, id));
      if (found?.grant !== undefined) grants.keep(found.artefact.grantId, found.grant);
      return shown(id, found?.artefact);
    },
    // Nothing that may be spent is looked for in these two ways.
    findByUid: (uid) => asProtocolError(store.findByUid(model, uid)),
    findByUserCode: (userCode) => asProtocolError(store.findByUserCode(model, userCode)),
    consume: (id) => spending.consume(model, id),
    async destroy(id) {
      const oidc = Provider.ctx?.oidc;
      if (model === 'Grant') return asProtocolError(store.revokeGrant(id));
      if (model === 'Interaction' && oidc?.route === 'resume') return resumeOnce(store, id);
      const destroyed = asProtocolError(store.destroy(model, id));
      if (model !== 'Session' || oidc === undefined || !CHANGES_SESSION_ID.has(oidc.route)) {
        return destroyed;
      }
      // The library saves the session under its new id right after: both writes travel together.
      destroyed.catch(() => {});
      leaving.set(oidc, destroyed);
      return undefined;
    },
    revokeByGrantId: (grantId) => asProtocolError(store.revokeByGrantId(model, grantId)),
  };
}

const CHANGES_SESSION_ID = new Set(['authorization', 'resume']);

/**
 * A resumed interaction is taken, not read: two resumes in parallel give one code. The spent record stays until its
 * expiry, unseen, so that a late write cannot bring it back to life.
 */
async function resumeOnce(store: ArtefactStore, uid: string): Promise<void> {
  if ((await asProtocolError(store.consume('Interaction', uid))) !== 'won') {
    throw new errors.SessionNotFound('this interaction has been resumed before');
  }
}
