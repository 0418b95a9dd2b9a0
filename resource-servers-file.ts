import { readFileSync } from 'node:fs';

import { parseResourceServers, type ResourceServer } from './clients/resource-server.ts';
import type { Config } from './config.ts';
import { CannotStart } from './errors.ts';

/** The APIs of `RESOURCE_SERVERS_FILE`. Throws `CannotStart` naming what is wrong with it. */
export function readResourceServers({
  resourceServersFile: file,
}: Pick<Config, 'resourceServersFile'>): readonly ResourceServer[] {
  if (file === undefined) return [];
  const parsed = parseResourceServers(readJson(file));
  if ('servers' in parsed) return parsed.servers;
  throw new CannotStart(`RESOURCE_SERVERS_FILE ${file}: ${parsed.problem}`);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new CannotStart(`RESOURCE_SERVERS_FILE: cannot read ${file}`, { cause });
  }
}
