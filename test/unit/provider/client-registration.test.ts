import assert from 'node:assert/strict';

import { errors, type KoaContextWithOIDC } from 'oidc-provider';

import type { ClientStore } from '../../../clients/client.ts';
import { createInvitations } from '../../../clients/invitations.ts';
import type { EphemeralStore } from '../../../accounts/ephemeral-store.ts';
import type { ArtefactStore } from '../../../provider/artefact-store.ts';
import { createClientRegistration } from '../../../provider/client-registration.ts';

/** Nothing of these is reached by whoever is turned away at the door. */
const absent = {} as unknown;

function registration(sandbox: boolean) {
  const ephemerals = { get: async () => undefined } as unknown as EphemeralStore;
  return createClientRegistration({
    clients: absent as ClientStore,
    artefacts: absent as ArtefactStore,
    invitations: createInvitations(ephemerals, () => 0),
    now: () => 0,
    surroundings: { sandbox, mutualTls: true },
  });
}

function request(authorization?: string): KoaContextWithOIDC {
  return {
    headers: { authorization },
    oidc: { getAccessToken: () => authorization?.split(' ')[1] },
  } as unknown as KoaContextWithOIDC;
}

describe('who may register', () => {
  it('is anybody in a sandbox, and who was invited in production', async () => {
    await registration(true).admit(request());
    await assert.rejects(registration(false).admit(request()), errors.InvalidToken);
  });

  it('is nobody with a token that is no invitation, anywhere', async () => {
    for (const sandbox of [true, false]) {
      await assert.rejects(registration(sandbox).admit(request('Bearer x')), errors.InvalidToken);
    }
  });
});
