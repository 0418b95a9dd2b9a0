import { createHmac, createSecretKey } from 'node:crypto';
import Provider from 'oidc-provider';

import { PLACE_LENGTH } from './artefact-store.ts';

interface Placed {
  readonly grantId?: string | undefined;
  generateTokenId(): string;
}

interface PlacedSession {
  jti: string;
  readonly uid: string;
  resetIdentifier(): void;
}

/**
 * What belongs to a grant gets an id with the grant's place, and a session id has the place of its uid: so one step of
 * the store reads or writes them together. The ids stay random in all but `PLACE_LENGTH` of their 43 characters.
 *
 * The id of a refresh token's successor is derived from it with our key: a client that lost the answer and asks again
 * gets the same one, and nobody else can tell it.
 */
export function placeTogether(provider: Provider, successorOf: (id: string) => string): void {
  for (const model of [provider.AuthorizationCode, provider.AccessToken, provider.RefreshToken]) {
    const prototype = model.prototype as unknown as Placed;
    const random = prototype.generateTokenId;
    Object.assign(prototype, {
      generateTokenId(this: Placed) {
        const rotated = model === provider.RefreshToken ? rotatedNow() : undefined;
        if (rotated !== undefined) return successorOf(rotated);
        return placed(random.call(this), this.grantId);
      },
    });
  }
  placeSessions(provider);
}

/** Successors lie where the first of their line does. */
export function createSuccessorOf(secret: Buffer): (id: string) => string {
  const key = createSecretKey(secret);
  return (id) => placed(createHmac('sha256', key).update(id).digest('base64url'), id);
}

function placeSessions({ Session }: Provider): void {
  const model = Session as unknown as {
    prototype: PlacedSession;
    instantiate(payload?: { readonly jti?: string }): PlacedSession;
  };
  const { instantiate } = model;
  const { resetIdentifier } = model.prototype;
  Object.assign(model, {
    instantiate(payload?: { readonly jti?: string }) {
      const session = instantiate.call(model, payload);
      if (payload?.jti === undefined) session.jti = placed(session.jti, session.uid);
      return session;
    },
  });
  Object.assign(model.prototype, {
    resetIdentifier(this: PlacedSession) {
      resetIdentifier.call(this);
      this.jti = placed(this.jti, this.uid);
    },
  });
}

function rotatedNow(): string | undefined {
  const rotated = Provider.ctx?.oidc.entities.RotatedRefreshToken;
  return rotated?.jti;
}

function placed(id: string, beside: string | undefined): string {
  if (beside === undefined) return id;
  return `${id.slice(0, -PLACE_LENGTH)}${beside.slice(-PLACE_LENGTH)}`;
}
