import type { Secret, SecretKind } from './session-secrets.ts';

interface Needle {
  readonly kind: SecretKind;
  readonly spelling: string;
}

const START = 8;
const SHORT = /(?<![\w-])\d{6}(?![\w-])/g;

/** Thousands of secrets, looked for in one pass over a text. */
export class Needles {
  readonly #byStart = new Map<string, Needle[]>();
  /** Most places of a text are ruled out by their first three characters. */
  readonly #filter = new Uint8Array(1 << 16);
  readonly #codes = new Map<string, SecretKind>();

  constructor(secrets: readonly Secret[]) {
    for (const { kind, value } of secrets) {
      // A code of six digits is too short for any but its plain form.
      if (value.length < START) this.#codes.set(value, kind);
      else for (const spelling of spellingsOf(value)) this.#add({ kind, spelling });
    }
  }

  in(text: string): ReadonlySet<SecretKind> {
    const found = new Set<SecretKind>();
    for (const [digits] of text.matchAll(SHORT)) {
      const kind = this.#codes.get(digits);
      if (kind !== undefined) found.add(kind);
    }
    for (let at = 0; at + START <= text.length; at += 1) {
      if (this.#filter[hashAt(text, at)] === 0) continue;
      for (const { kind, spelling } of this.#byStart.get(text.slice(at, at + START)) ?? []) {
        if (text.startsWith(spelling, at)) found.add(kind);
      }
    }
    return found;
  }

  #add(needle: Needle): void {
    const start = needle.spelling.slice(0, START);
    this.#filter[hashAt(start, 0)] = 1;
    this.#byStart.set(start, [...(this.#byStart.get(start) ?? []), needle]);
  }
}

function hashAt(text: string, at: number): number {
  const [a, b, c] = [text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2)];
  return (a * 961 + b * 31 + c) & 0xffff;
}

/** As it may stand in a log, an address, a page or a file. */
function spellingsOf(value: string): ReadonlySet<string> {
  const json = JSON.stringify(value).slice(1, -1);
  const escaped = json.replace(/[^\x20-\x7e]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return new Set([
    value,
    encodeURIComponent(value),
    encodeURIComponent(value).replaceAll('%20', '+'),
    json,
    escaped,
    Buffer.from(value).toString('hex'),
    ...insideBase64(value, 'base64'),
    ...insideBase64(value, 'base64url'),
  ]);
}

/** Inside a longer text it looks different at each of three places; its ends depend on its neighbours. */
function insideBase64(value: string, encoding: 'base64' | 'base64url'): readonly string[] {
  return [0, 1, 2].map((place) => {
    const bytes = Buffer.concat([Buffer.alloc(place), Buffer.from(value)]);
    const certain = Math.floor(bytes.length / 3) * 4;
    return bytes.toString(encoding).slice(place === 0 ? 0 : place + 1, certain);
  });
}
