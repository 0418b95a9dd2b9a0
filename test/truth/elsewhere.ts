import assert from 'node:assert/strict';

import { pollDevice, registerDevice, startDevice } from '../support/device-client.ts';
import { approveDevice } from '../support/device-person.ts';
import { tokensOf } from '../support/oidc-client-answer.ts';
import type { Proof, World } from './world.ts';

/** Logins that happen elsewhere than where they are approved. */
export const ELSEWHERE: Readonly<Record<string, Proof>> = {
  async device_authorization_endpoint(value, world) {
    assert.equal(value, `${world.senid.issuer}/device-authorization`);
    await loginOnDevice(world);
  },
};

export async function loginOnDevice({ senid, person }: World): Promise<void> {
  const device = await registerDevice(senid.issuer);
  const start = await startDevice(device);
  await approveDevice(senid, start.userCode, { person });
  tokensOf(await pollDevice(device, start));
}
