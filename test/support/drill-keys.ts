import { createLocalJWKSet, jwtVerify, type JSONWebKeySet, type JWTVerifyResult } from 'jose';

import type { Wire } from './drill-wire.ts';

/**
 * The published keys as a relying party holds them that does what the headers say and nothing more: it keeps them for
 * as long as it may (RFC 9111), and does not ask early because it meets a key it does not know.
 */
export class DrillKeys {
  /** Of each token that verified, in that order, without repetition. */
  readonly kidsSeen: string[] = [];
  readonly #wire: Wire;
  #keys: JSONWebKeySet = { keys: [] };
  #etag = '';
  #freshUntil = 0;
  #asking: Promise<void> | undefined;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  /** Rejects with what `jose` finds wrong, or with `Interrupted` when the keys cannot be had. */
  async verify(idToken: string, audience: string): Promise<JWTVerifyResult> {
    if (Date.now() >= this.#freshUntil) {
      this.#asking ??= this.#ask().finally(() => (this.#asking = undefined));
      await this.#asking;
    }
    const { issuer } = this.#wire;
    const result = await jwtVerify(idToken, createLocalJWKSet(this.#keys), { issuer, audience });
    const { kid = '' } = result.protectedHeader;
    if (!this.kidsSeen.includes(kid)) this.kidsSeen.push(kid);
    return result;
  }

  async #ask(): Promise<void> {
    const asked = Date.now();
    const conditions = { 'if-none-match': this.#etag };
    const { status, headers, body } = await this.#wire.ask({ path: '/jwks', headers: conditions });
    const maxAge = /max-age=(\d+)/.exec(headers['cache-control'] ?? '')?.[1] ?? '0';
    if (status === 200) this.#keys = JSON.parse(body) as JSONWebKeySet;
    this.#etag = headers.etag ?? '';
    this.#freshUntil = asked + Number(maxAge) * 1000;
  }
}
