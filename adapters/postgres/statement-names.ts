import { createHash } from 'node:crypto';

const MOST_NAMES = 250;
const LONGEST_TEXT = 10_000;

/**
 * Names under which connections keep a statement prepared: parsed and planned once for each of them, not at every
 * use. Bounded, because a server keeps them as long as the connection.
 */
export class StatementNames {
  readonly #names = new Map<string, string>();
  #renewed = 0;

  /** Undefined for a text that is not worth it: the program uses few texts again and again. */
  nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    if (this.#names.size >= MOST_NAMES || text.length > LONGEST_TEXT) return undefined;
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 16);
    this.#names.set(text, name);
    return name;
  }

  /** A new name for a text whose table has changed: every connection prepares it anew. */
  renew(text: string, staleName: string): void {
    if (this.#names.get(text) !== staleName) return;
    this.#renewed += 1;
    this.#names.set(text, `${staleName.slice(0, 16)}.${this.#renewed}`);
  }
}
