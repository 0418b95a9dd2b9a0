import Provider, { errors } from 'oidc-provider';

import type { ArtefactPayload, ArtefactStore } from './artefact-store.ts';
import { asProtocolError } from './protocol-error.ts';

/**
 * What a second use of something that may be spent once does to the first (docs/adr/0020). All of it is decided after
 * the library has checked the client and, for a code, the PKCE verifier.
 */
export interface Spending {
  /** Resolves for whoever may go on; throws for everybody else. */
  consume(model: string, id: string): Promise<void>;
  /** What the library sees of a record of this model: it revokes at the sight of `consumed`, and so must not while we decide. */
  visible(model: string, id: string, found: ArtefactPayload): Promise<ArtefactPayload | undefined>;
}

export interface SpendingSources {
  readonly artefacts: ArtefactStore;
  readonly now: () => number;
  readonly onReplay: (model: string) => void;
  /** The id of the refresh token that follows this one. */
  readonly successorOf: (refreshTokenId: string) => string;
}

/** So soon after the first use a second one is a race: the first may still be writing its tokens. */
const RACE_SECONDS = 2;
/** So long its own client may ask again for the answer of a refresh it did not receive. */
const RETRY_SECONDS = 10;
/** The winner of a race has its answer by then. */
const REVOKED_AFTER_RACE_MS = 1_000;

/** RFC 6749, section 10.5: what is kept under a grant and may be spent once. */
const CONSUMED_AT_TOKEN_ENDPOINT = new Set([
  'AuthorizationCode',
  'RefreshToken',
  'DeviceCode',
  'BackchannelAuthenticationRequest',
]);

export function createSpending(sources: SpendingSources): Spending {
  const { artefacts, now, onReplay } = sources;
  /** Refresh tokens that their own client presents again, by request. */
  const retries = new WeakMap<object, string>();

  return {
    async consume(model, id) {
      const outcome = await asProtocolError(artefacts.consume(model, id));
      if (outcome === 'won') return;
      if (outcome === 'replayed' && isRetry(retries, id)) return;
      if (outcome === 'replayed') {
        onReplay(model);
        if (model === 'RefreshToken' && isAuthenticated()) throw raceLost();
        if (CONSUMED_AT_TOKEN_ENDPOINT.has(model)) await revokeAfterRace(model, id, artefacts);
      }
      throw spentTwice(model);
    },

    async visible(model, id, found) {
      const { consumed, ...rest } = found;
      if (typeof consumed !== 'number') return found;
      // A resumed interaction is over, and kept only so that a late write cannot bring it back to life.
      if (model === 'Interaction') return undefined;
      if (!CONSUMED_AT_TOKEN_ENDPOINT.has(model) || Provider.ctx?.oidc.route !== 'token') {
        return found;
      }
      const age = now() / 1000 - consumed;
      if (age < RACE_SECONDS) return rest;
      if (model !== 'RefreshToken' || age >= RETRY_SECONDS || !isAuthenticated()) return found;
      const successor = await asProtocolError(artefacts.find(model, sources.successorOf(id)));
      if (successor === undefined || successor.consumed !== undefined) return found;
      retries.set(Provider.ctx.oidc, id);
      return rest;
    },
  };
}

/** The answer was lost on its way: the same client gets the same successor once more (it is derived, not drawn). */
function isRetry(retries: WeakMap<object, string>, id: string): boolean {
  const oidc = Provider.ctx?.oidc;
  return oidc !== undefined && retries.get(oidc) === id;
}

/** Only a client that proves who it is may be believed to repeat itself; a bearer of a token may be a thief. */
function isAuthenticated(): boolean {
  const client = Provider.ctx?.oidc.client;
  return client !== undefined && client.clientAuthMethod !== 'none';
}

/** RFC 6749, sections 4.1.2 and 10.5; RFC 9700, section 4.14.2: who was first cannot be told, so nobody keeps anything. */
async function revokeAfterRace(model: string, id: string, artefacts: ArtefactStore): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, REVOKED_AFTER_RACE_MS));
  const spent = await asProtocolError(artefacts.find(model, id));
  if (spent?.grantId === undefined) return;
  await asProtocolError(artefacts.revokeGrant(spent.grantId));
  Provider.ctx?.oidc.provider.emit('grant.revoked', Provider.ctx, spent.grantId);
}

function raceLost(): Error {
  return new errors.InvalidGrant(
    `already used a moment ago; asked again within ${RETRY_SECONDS} seconds, its own client receives the successor`,
  );
}

function spentTwice(model: string): Error {
  return model === 'PushedAuthorizationRequest'
    ? new errors.InvalidRequestUri('request_uri was already used')
    : new errors.InvalidGrant('already used');
}
