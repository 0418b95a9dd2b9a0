import type { ErrorEntry } from './entry.ts';
import { errorEntry, ERRORS } from './table.ts';

/** What is known of an error where it is answered. */
export interface Thrown {
  /** Name of its class. */
  readonly name: string;
  /** OAuth's word for it. */
  readonly error: string;
  /** What it says for the log, then for the wire. */
  readonly texts: readonly (string | undefined)[];
}

/** A fault of ours where nobody foresaw the error. */
const FALLBACK = 'server_error';

/** The stable code of an error: the finest entry that fits, then that of its class, then that of OAuth's word. */
export function codeOf({ name, error, texts }: Thrown): string {
  const said = texts.filter((text) => text !== undefined);
  const fine = FINE.find(
    ([, entry]) =>
      (entry.error === error || entry.alsoAs?.includes(error) === true) &&
      said.some((text) => isMeant(entry, text)),
  );
  if (fine !== undefined) return fine[0];
  const ofClass = CODE_OF_CLASS.get(name);
  if (ofClass !== undefined && errorEntry(ofClass)?.error === error) return ofClass;
  return errorEntry(error) === undefined ? FALLBACK : error;
}

const FINE = Object.entries(ERRORS).filter(([, { when }]) => when !== undefined);

const CODE_OF_CLASS: ReadonlyMap<string, string> = new Map(
  Object.entries(ERRORS).flatMap(([code, { classes = [] }]) =>
    classes.map((name) => [name, code] as const),
  ),
);

function isMeant({ when = [] }: ErrorEntry, text: string): boolean {
  return when.some((each) => (typeof each === 'string' ? each === text : each.test(text)));
}

/** Path of the page that explains a code; `error_uri` is this under the issuer. It says nothing of the request. */
export function errorPath(code: string): string {
  return `/errors/${code}`;
}

/** `error_description`: ours where it says more, in characters RFC 6749 allows (sections 4.1.2.1 and 5.2). */
export function errorDescription(code: string, own?: string): string {
  const entry = errorEntry(code);
  return wireText(entry?.says ?? own ?? entry?.cause.en ?? code);
}

const LONGEST = 800;

/** %x20-21 / %x23-5B / %x5D-7E: what a request brought along may hold anything. */
export function wireText(text: string): string {
  return text
    .replaceAll(/["`’]/g, "'")
    .replaceAll('\\', '/')
    .replaceAll(/[^\u0020-\u007e]/g, '?')
    .slice(0, LONGEST);
}
