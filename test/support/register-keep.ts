import { randomBytes } from 'node:crypto';

import { createKeyedHash, type KeyedHash } from '../../adapters/keyed-hash.ts';
import { createSealer, type Sealer } from '../../adapters/sealing.ts';
import type { Secrets } from '../../secrets.ts';

interface RegisterKeep {
  readonly sealer: Sealer;
  readonly hash: KeyedHash;
}

/** What opens a register, as the program makes it from its secrets. */
export function keepOf(secrets: Secrets): RegisterKeep {
  return {
    sealer: createSealer(secrets.sealingKeys),
    hash: createKeyedHash(secrets.derive('blind-index')),
  };
}

/** What nobody has used before. */
export function freshKeep(): RegisterKeep {
  return {
    sealer: createSealer([{ id: 'k1', key: randomBytes(32) }]),
    hash: createKeyedHash(randomBytes(32)),
  };
}
