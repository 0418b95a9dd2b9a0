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
  const lines = source.split('\n');
  const plain = lines.flatMap((line) => [
    ...line.matchAll(/'((?:[^'\\]|\\.)*)'/g),
    ...line.matchAll(/"((?:[^"\\]|\\.)*)"/g),
  ]);
  const templates = lines.flatMap((line) => [...line.matchAll(/`((?:[^`\\]|\\.)*)`/g)]);
  return [
    ...plain.map(([, text = '']) => text),
    ...templates.flatMap(([, text = '']) =>
      FILLERS.map((filler) => text.replaceAll(/\$\{[^}]*\}+/g, filler)),
    ),
  ].map((text) => text.replaceAll(/\\(.)/g, '$1'));
}

export function textsUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|ts|tsx)$/.test(entry.name))
    .flatMap((entry) => textsIn(readFileSync(join(entry.parentPath, entry.name), 'utf8')));
}
