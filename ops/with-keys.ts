import { openSigner } from '../adapters/signer/signer-client.ts';
import type { Audit } from '../audit/events.ts';
import { systemClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { createKeyKeeper, type KeyKeeper } from '../provider/key-keeper.ts';
import type { Terminal } from './terminal.ts';
import { withRegister } from './with-register.ts';

export interface Keys {
  readonly keeper: KeyKeeper;
  readonly audit: Audit;
  readonly now: number;
  readonly jwksMaxAgeSeconds: number;
}

/** Works on the signing keys where they are: in the register, or with the signer. */
export async function withKeys(
  terminal: Terminal,
  work: (keys: Keys) => Promise<void>,
): Promise<void> {
  const { signerSocket, jwksMaxAgeSeconds } = readConfig(terminal.environment);
  await withRegister(terminal, async ({ stores, audit, now }) => {
    const signer = openSigner(signerSocket);
    try {
      const keeper = signer ?? createKeyKeeper(stores.signingKeys, systemClock);
      await work({ keeper, audit, now, jwksMaxAgeSeconds });
    } finally {
      signer?.close();
    }
  });
}
