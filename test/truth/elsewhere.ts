import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { exportJWK, generateKeyPair, SignJWT } from 'jose';

import { askPerson, pollCiba, registerCiba } from '../support/ciba-client.ts';
import { approveFirst } from '../support/ciba-person.ts';
import { pollDevice, registerDevice, startDevice } from '../support/device-client.ts';
import { approveDevice } from '../support/device-person.ts';
import { tokensOf } from '../support/oidc-client-answer.ts';
import { newHolder } from '../support/session-login.ts';
import type { Proof, World } from './world.ts';

/** Logins that happen elsewhere than where they are approved. */
export const ELSEWHERE: Readonly<Record<string, Proof>> = {
  async device_authorization_endpoint(value, world) {
    assert.equal(value, `${world.senid.issuer}/device-authorization`);
    await loginOnDevice(world);
  },

  async backchannel_authentication_endpoint(value, world) {
    assert.equal(value, `${world.senid.issuer}/backchannel`);
    await loginByCiba(world);
  },

  /** That pings arrive is shown by `flows/ciba-ping.test.ts`. */
  async backchannel_token_delivery_modes_supported(value, { senid }) {
    assert.ok(['poll', 'ping'].includes(value), value);
    await registerCiba(senid.issuer, {
      metadata: {
        backchannel_token_delivery_mode: value,
        ...(value === 'ping' && {
          backchannel_client_notification_endpoint: 'https://rp.example/ping',
        }),
      },
    });
  },

  backchannel_authentication_request_signing_alg_values_supported: signedRequest,

  async backchannel_user_code_parameter_supported(value, { senid }) {
    assert.equal(value, 'false');
    const metadata = { backchannel_user_code_parameter: true };
    await assert.rejects(registerCiba(senid.issuer, { metadata }), /invalid_client_metadata/);
  },
};

export async function loginOnDevice({ senid, person }: World): Promise<void> {
  const device = await registerDevice(senid.issuer);
  const start = await startDevice(device);
  await approveDevice(senid, start.userCode, { person });
  tokensOf(await pollDevice(device, start));
}

export async function loginByCiba({ senid }: World): Promise<void> {
  // Nothing else waits for somebody new.
  const person = await newHolder(senid);
  const client = await registerCiba(senid.issuer);
  const id = await askPerson(client, { login_hint: person.login });
  await approveFirst(senid, { person });
  tokensOf(await pollCiba(client, id));
}

/** CIBA Core 1.0, section 7.1.1. */
async function signedRequest(alg: string, { senid, person }: World): Promise<void> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const client = await registerCiba(senid.issuer, {
    authentication: 'client_secret_basic',
    metadata: {
      backchannel_authentication_request_signing_alg: alg,
      jwks: { keys: [{ ...(await exportJWK(publicKey)), alg, use: 'sig' }] },
    },
  });
  const request = await new SignJWT({
    scope: 'openid',
    login_hint: person.login,
    jti: randomUUID(),
  })
    .setProtectedHeader({ alg })
    .setIssuer(client.clientId)
    .setAudience(senid.issuer)
    .setIssuedAt()
    .setNotBefore('0 seconds')
    .setExpirationTime('1 minute')
    .sign(privateKey);
  const { status, body } = await client.post('/backchannel', { request });
  assert.equal(status, 200, JSON.stringify(body));
  const plain = await client.post('/backchannel', { scope: 'openid', login_hint: person.login });
  assert.equal(plain.status, 400);
}
