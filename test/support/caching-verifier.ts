import { createLocalJWKSet, jwtVerify, type JSONWebKeySet, type JWTPayload } from 'jose';

/**
 * A relying party that does what the headers say and nothing more: it keeps the keys for as long as it may (RFC 9111),
 * asks with their ETag afterwards, and does not ask early because it meets a key it does not know.
 */
export class CachingVerifier {
  readonly failures: string[] = [];
  /** Of each token that verified, in that order, without repetition. */
  readonly kidsSeen: string[] = [];
  verified = 0;
  notModified = 0;
  #keys: JSONWebKeySet = { keys: [] };
  #etag = '';
  #freshUntil = 0;
  #fetching: Promise<void> | undefined;
  readonly #jwksUri: string;

  constructor(issuer: string) {
    this.#jwksUri = `${issuer}/jwks`;
  }

  /** Never rejects: what does not verify is a failure. */
  async verify(idToken: string, issuer: string): Promise<JWTPayload | undefined> {
    if (Date.now() >= this.#freshUntil) {
      this.#fetching ??= this.#fetch().finally(() => (this.#fetching = undefined));
      await this.#fetching;
    }
    try {
      const result = await jwtVerify(idToken, createLocalJWKSet(this.#keys), { issuer });
      const { kid = '' } = result.protectedHeader;
      if (!this.kidsSeen.includes(kid)) this.kidsSeen.push(kid);
      this.verified += 1;
      return result.payload;
    } catch (error) {
      this.failures.push(String(error));
      return undefined;
    }
  }

  /** Kids of the copy it holds. */
  get held(): readonly (string | undefined)[] {
    return this.#keys.keys.map(({ kid }) => kid);
  }

  async #fetch(): Promise<void> {
    const asked = Date.now();
    const response = await fetch(this.#jwksUri, { headers: { 'if-none-match': this.#etag } });
    const maxAge = /max-age=(\d+)/.exec(response.headers.get('cache-control') ?? '')?.[1] ?? '0';
    this.#freshUntil = asked + Number(maxAge) * 1000;
    this.#etag = response.headers.get('etag') ?? '';
    if (response.status === 304) this.notModified += 1;
    else this.#keys = (await response.json()) as JSONWebKeySet;
  }
}
