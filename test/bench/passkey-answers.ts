import { createHash, generateKeyPairSync, sign } from 'node:crypto';

import { userHandle } from '../../accounts/user-handle.ts';
import { encodeCbor, type CborValue } from '../support/virtual-authenticator-cbor.ts';
import type { Page } from './browser.ts';
import type { Person } from './people.ts';

/** Everybody's device: one key for all, because the server cannot tell, and making a million would take long. */
export interface PasskeyDevice {
  /** COSE key, base64url, for the register. */
  readonly publicKey: string;
  /** For `passkey_response` on the pages for sign-in and step-up. */
  answer(page: Page, person: Person): string;
}

/** WebAuthn Level 3, section 6.1: user present, user verified. */
const FLAGS = 0x01 | 0x04;

export function createPasskeyDevice(issuer: string): PasskeyDevice {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  // RFC 9053, section 7.1.1.
  const coseKey = encodeCbor(
    new Map<number, CborValue>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]),
  );
  const authenticatorData = Buffer.concat([
    sha256(new URL(issuer).hostname),
    Buffer.of(FLAGS, 0, 0, 0, 0),
  ]);
  return {
    publicKey: coseKey.toString('base64url'),
    answer(page, { accountId, credentialId }) {
      const challenge = challengeOn(page);
      const clientData = JSON.stringify({
        type: 'webauthn.get',
        challenge,
        origin: issuer,
        crossOrigin: false,
      });
      const signed = Buffer.concat([authenticatorData, sha256(clientData)]);
      return JSON.stringify({
        id: credentialId,
        rawId: credentialId,
        type: 'public-key',
        authenticatorAttachment: 'platform',
        clientExtensionResults: {},
        response: {
          clientDataJSON: Buffer.from(clientData).toString('base64url'),
          authenticatorData: authenticatorData.toString('base64url'),
          signature: sign('sha256', signed, privateKey).toString('base64url'),
          userHandle: userHandle(accountId).toString('base64url'),
        },
      });
    },
  };
}

function challengeOn({ body, url }: Page): string {
  const challenge = /id="passkey-options">[^<]*"challenge":"([^"]+)"/.exec(body)?.[1];
  if (challenge === undefined) throw new Error(`no passkey options at ${url}`);
  return challenge;
}

function sha256(input: string): Buffer {
  return createHash('sha256').update(input).digest();
}
