import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the library puts where its own texts have a hole. */
const FILLERS = [
  'authorization code',
  'device code',
  'refresh token',
  'parameter',
  'code_challenge',
  'code_verifier',
  'client_assertion',
  'state',
  'urn:ietf:params:oauth:grant-type:device_code',
  'DPoP',
  'acr',
];

/** Every text that stands in a source file, holes filled with each of the words above: what may be said by an error. */
export function textsIn(source: string): readonly string[] {
  const found = source.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g);
  return [...found].flatMap(([, single, double, template]) => {
    const text = (single ?? double ?? template ?? '').replaceAll(/\\(.)/g, '$1');
    if (template === undefined || !text.includes('${')) return [text];
    return FILLERS.map((filler) => text.replaceAll(/\$\{[^}]*\}+/g, filler));
  });
}

export function textsUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|ts|tsx)$/.test(entry.name))
    .flatMap((entry) => textsIn(readFileSync(join(entry.parentPath, entry.name), 'utf8')));
}
