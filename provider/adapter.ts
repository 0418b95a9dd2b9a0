import Provider, { errors, type Adapter, type AdapterPayload } from 'oidc-provider';

import type { ClientStore } from '../clients/client.ts';
import type { ArtefactPayload, ArtefactStore } from './artefact-store.ts';
import { clientAdapter } from './client-adapter.ts';
import { asProtocolError } from './protocol-error.ts';

/**
 * A second redemption so soon after the first is a lost race of one client (whoever comes this far holds the PKCE
 * verifier or the client's key): refused, but the winner keeps its tokens. Later it is a replay, and revokes them.
 */
const RACE_SECONDS = 2;

/** The library gives registration access tokens no end; here every record has one. */
const UNLIMITED_SECONDS = 365 * 24 * 60 * 60;

/** RFC 6749, section 10.5: what is kept under a grant and may be spent once. */
const CONSUMED_AT_TOKEN_ENDPOINT = new Set(['AuthorizationCode', 'RefreshToken']);

export interface ReplayListener {
  (model: string): void;
}

/** oidc-provider's adapter over our store: everything it leaves to luck is decided here (LIBRARY, section 1.14). */
export function createAdapterFactory(
  artefacts: ArtefactStore,
  clients: ClientStore,
  now: () => number,
  onReplay: ReplayListener,
): (model: string) => Adapter {
  return (model) =>
    model === 'Client'
      ? clientAdapter(clients, now)
      : artefactAdapter(model, artefacts, now, onReplay);
}

function artefactAdapter(
  model: string,
  store: ArtefactStore,
  now: () => number,
  onReplay: ReplayListener,
): Adapter {
  const read = async (stored: Promise<ArtefactPayload | undefined>) =>
    visible(model, await asProtocolError(stored), now());

  return {
    async upsert(id, payload, expiresIn = UNLIMITED_SECONDS) {
      await asProtocolError(store.upsert(model, id, { ...payload }, expiresIn));
    },
    find: (id) => read(store.find(model, id)),
    findByUid: (uid) => read(store.findByUid(model, uid)),
    findByUserCode: (userCode) => read(store.findByUserCode(model, userCode)),
    async consume(id) {
      const outcome = await asProtocolError(store.consume(model, id));
      if (outcome === 'won') return;
      if (outcome === 'replayed') onReplay(model);
      throw spentTwice(model);
    },
    async destroy(id) {
      if (model === 'Grant') return asProtocolError(store.revokeGrant(id));
      if (model === 'Interaction' && Provider.ctx?.oidc.route === 'resume')
        return resumeOnce(store, id);
      return asProtocolError(store.destroy(model, id));
    },
    revokeByGrantId: (grantId) => asProtocolError(store.revokeByGrantId(model, grantId)),
  };
}

/**
 * A resumed interaction is taken, not read: two resumes in parallel give one code. The spent record stays until its
 * expiry, unseen, so that a late write cannot bring it back to life.
 */
async function resumeOnce(store: ArtefactStore, uid: string): Promise<void> {
  if ((await asProtocolError(store.consume('Interaction', uid))) !== 'won') {
    throw new errors.SessionNotFound('this interaction has been resumed before');
  }
}

/** While the race lasts, the library must not see the mark: it would revoke the winner's tokens. */
function visible(
  model: string,
  payload: ArtefactPayload | undefined,
  now: number,
): AdapterPayload | undefined {
  if (payload === undefined) return undefined;
  const { consumed, ...rest } = payload;
  if (model === 'Interaction' && consumed !== undefined) return undefined;
  const racing =
    typeof consumed === 'number' &&
    now / 1000 - consumed < RACE_SECONDS &&
    CONSUMED_AT_TOKEN_ENDPOINT.has(model) &&
    Provider.ctx?.oidc.route === 'token';
  return racing ? rest : { ...rest, ...(consumed === undefined ? undefined : { consumed }) };
}

function spentTwice(model: string): Error {
  return model === 'PushedAuthorizationRequest'
    ? new errors.InvalidRequestUri('request_uri was already used')
    : new errors.InvalidGrant('already used');
}
