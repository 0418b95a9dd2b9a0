import { createHash } from 'node:crypto';

/** Lua that the server runs as one step, known to it by its digest once it has seen it. */
export interface Script {
  readonly lua: string;
  readonly sha: string;
}

/** Pieces in front are functions the last one calls. */
export function script(...pieces: readonly string[]): Script {
  const lua = pieces.map((piece) => piece.trim()).join('\n');
  return { lua, sha: createHash('sha1').update(lua).digest('hex') };
}
