import { REDIS_KEYS, REDIS_RIGHTS, type RedisKeyName } from '../../adapters/redis/keys.ts';
import { code, page, table } from './markdown.ts';

export function redisKeysPage(): string {
  const names = Object.keys(REDIS_KEYS) as RedisKeyName[];
  return page('Keys in Redis', '`adapters/redis/keys.ts`', [
    'Everything SenID keeps in Redis or Valkey when `REDIS_URL` is set. Each key expires; nothing of it has to be swept, ' +
      'and losing all of it costs people a new login.',
    'A `tag` has 4 characters, a `name` 22, both pieces of keyed hashes (HMAC-SHA256, base64url): no id, token or number ' +
      'stands in a key, and nobody without the secrets can try one. What stands in braces chooses the slot in a Cluster, ' +
      'so that what belongs together lies together. Payloads and values are sealed (AES-256-GCM), each for its own key.',
    table(
      ['Key', 'Type', 'What', 'Expires'],
      names.map((name) => {
        const { type, holds, expires } = REDIS_KEYS[name];
        return [code(`senid:${name}:{tag}:name`), type, holds, expires];
      }),
    ),
    'A user of Redis’s own for SenID needs no more than:',
    code(`ACL SETUSER senid on >password ${REDIS_RIGHTS}`),
    'The policy must be `noeviction`: a server that makes room by forgetting would forget what was spent and what was revoked.',
  ]);
}
