/** Characters at the end of an id that say where it is kept; 36 bits of at least 256 (base64url). */
export const PLACE_LENGTH = 6;

/** What the OpenID side keeps for a short time: sessions, interactions, grants, codes, tokens, pushed requests. */
export interface ArtefactPayload {
  readonly [field: string]: unknown;
  readonly grantId?: string | undefined;
  readonly uid?: string | undefined;
  readonly userCode?: string | undefined;
  readonly consumed?: unknown;
}

/**
 * The store under oidc-provider's adapter. Each method is one atomic step on every engine, also between processes.
 *
 * - The `id` of an artefact is usually the bearer token itself: it is kept only as a keyed hash, and `payload` is sealed.
 * - `find*` return an equal value, not the same object; unknown fields survive; models never see each other.
 * - The last `PLACE_LENGTH` characters of an id, a uid or a grant id are its place: what one step touches lies together
 *   where it matters (Redis Cluster) when the places are equal. Where they are not, everything still holds, one step slower.
 * - Nothing is visible after its expiry, also through a secondary key. Every record has an expiry.
 */
export interface ArtefactStore {
  /**
   * Insert or replace, keeping a `consumed` mark set before.
   * Rejects with `GrantRevoked` when `payload.grantId` names a grant revoked before: no late write survives a revocation.
   */
  upsert(model: string, id: string, payload: ArtefactPayload, ttlSeconds: number): Promise<void>;
  /** With `consumed` (epoch seconds) in the payload once it was consumed. */
  find(model: string, id: string): Promise<ArtefactPayload | undefined>;
  /** `find`, and the Grant the artefact belongs to, when both are there: what nearly every request for a token needs. */
  findWithGrant(
    model: string,
    id: string,
  ): Promise<
    { readonly artefact: ArtefactPayload; readonly grant: ArtefactPayload | undefined } | undefined
  >;
  findByUid(model: string, uid: string): Promise<ArtefactPayload | undefined>;
  findByUserCode(model: string, userCode: string): Promise<ArtefactPayload | undefined>;
  /**
   * Marks as consumed, keeping the expiry. `won` for exactly one of any number of parallel callers;
   * `replayed` when it was consumed before; `absent` when there is no such record, and none is created.
   */
  consume(model: string, id: string): Promise<'won' | 'replayed' | 'absent'>;
  /** Twice is fine. */
  destroy(model: string, id: string): Promise<void>;
  /** All artefacts of one model that belong to the grant. */
  revokeByGrantId(model: string, grantId: string): Promise<void>;
  /** The grant itself and all artefacts of all models that belong to it, and none can be written afterwards. */
  revokeGrant(grantId: string): Promise<void>;
  /** Set-if-absent with an expiry, for replay detection: true for exactly one of any number of parallel callers. */
  remember(scope: string, value: string, ttlSeconds: number): Promise<boolean>;
}
