import type { Adapter } from 'oidc-provider';

import { openBareRedis } from './bare-redis-adapter.ts';
import { openBareSqlite } from './bare-sqlite-adapter.ts';

/** What the bare provider keeps its state in. */
export interface BareStore {
  adapter(model: string): Adapter;
  /** Set-if-absent: true for exactly one of any number of callers. */
  remember(value: string, seconds: number): Promise<boolean>;
}

/** `sqlite:<file>` or `redis://…`. */
export function openBareStore(url: string): BareStore {
  return url.startsWith('sqlite:')
    ? openBareSqlite(url.slice('sqlite:'.length))
    : openBareRedis(url);
}
