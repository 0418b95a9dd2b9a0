import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** APIs the shared SenID knows of. `records-api` is who a test makes it (`apiClient`). */
export const CASES = 'https://api.example/cases';
export const RECORDS = 'urn:example:records';
export const CLOSED = 'https://api.example/closed';
export const RECORDS_CLIENT = 'records-api';

const SERVERS = [
  { identifier: CASES, scopes: ['profile', 'residence'], clients: 'any' },
  {
    identifier: RECORDS,
    scopes: ['profile', 'phone'],
    clients: 'any',
    token_format: 'opaque',
    token_seconds: 120,
    introspected_by: RECORDS_CLIENT,
  },
  { identifier: CLOSED, scopes: ['profile'], clients: ['somebody-else'] },
  ...['EdDSA', 'PS256', 'RS256'].map((signing_alg) => ({
    identifier: `urn:example:${signing_alg}`,
    scopes: [],
    clients: 'any',
    token_seconds: 60,
    signing_alg,
  })),
];

/** For `RESOURCE_SERVERS_FILE`. */
export function resourceServersFile(folder: string, servers: readonly unknown[] = SERVERS): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `resource-servers-${process.pid}.json`);
  writeFileSync(file, JSON.stringify(servers));
  return file;
}
