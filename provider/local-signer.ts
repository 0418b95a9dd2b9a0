import { constants, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';

import type { Clock } from '../clock.ts';
import { StoreUnavailable } from '../errors.ts';
import { createKeyKeeper } from './key-keeper.ts';
import { keyStates } from './key-states.ts';
import type { PublicKey, Signer } from './signer.ts';
import type { KeyRecord, SigningKeyStore } from './signing-key-store.ts';

/** How far the clocks of those who ask may differ from ours, and how long they may not have looked. */
const SKEW_MS = 60_000;

interface OpenKey {
  readonly record: KeyRecord;
  readonly privateKey: KeyObject;
  readonly publicKey: PublicKey;
}

/**
 * Signs in this process with keys of a store of its own: what runs inside a signer. It signs with nothing but the key
 * whose turn it is, and erases keys nothing rests on any more.
 */
export function createLocalSigner(store: SigningKeyStore, clock: Clock): Signer {
  const keeper = createKeyKeeper(store, clock);
  let opened: ReadonlyMap<string, OpenKey> = new Map();

  const open = async () => {
    const keys = await store.list();
    opened = new Map(keys.map((key) => [key.kid, openKey(key)]));
    return opened;
  };

  const isItsTurn = (kid: string) => {
    const records = [...opened.values()].map(({ record }) => record);
    const isCurrent = (at: number) =>
      keyStates(records, at).some(({ record, state }) => record.kid === kid && state === 'current');
    return [-SKEW_MS, 0, SKEW_MS].some((skew) => isCurrent(clock() + skew));
  };

  return {
    ...keeper,
    async records() {
      const records = await store.records();
      for (const { record, state } of keyStates(records, clock())) {
        if (state === 'gone') await store.remove(record.kid);
      }
      return records;
    },
    async publicKeys() {
      return [...(await open()).values()].map(({ publicKey }) => publicKey);
    },
    async withdraw(kid) {
      const change = await keeper.withdraw(kid);
      await open();
      return change;
    },
    async sign(kid, data) {
      if (!opened.has(kid)) await open();
      const key = opened.get(kid);
      if (key === undefined || !isItsTurn(kid))
        throw new StoreUnavailable('not the key that signs');
      return signatureOf(data, key);
    },
    available: true,
    close() {},
  };
}

function openKey({
  jwk,
  ...record
}: Awaited<ReturnType<SigningKeyStore['list']>>[number]): OpenKey {
  const privateKey = createPrivateKey({ key: jwk, format: 'jwk' });
  const { kid, alg } = record;
  const publicJwk = {
    ...createPublicKey(privateKey).export({ format: 'jwk' }),
    kid,
    alg,
    use: 'sig',
  };
  return { record, privateKey, publicKey: { ...record, publicJwk } };
}

/** RFC 7518, sections 3.3 to 3.5, and RFC 8037, section 3.1. */
function signatureOf(data: Uint8Array, { record, privateKey }: OpenKey): Uint8Array {
  switch (record.alg) {
    case 'ES256':
      return sign('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' });
    case 'EdDSA':
      return sign(null, data, privateKey);
    case 'PS256':
      return sign('sha256', data, {
        key: privateKey,
        padding: constants.RSA_PKCS1_PSS_PADDING,
        saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
      });
    case 'RS256':
      return sign('sha256', data, privateKey);
    default:
      throw new TypeError(`no signature with ${record.alg}`);
  }
}
