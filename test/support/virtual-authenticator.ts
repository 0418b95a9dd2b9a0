import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

import { honest, type CeremonyBehaviour } from './virtual-authenticator-behaviour.ts';
import { encodeCbor, type CborValue } from './virtual-authenticator-cbor.ts';

/** The parts looked at of `PublicKeyCredentialCreationOptionsJSON`. */
interface CreationOptions {
  readonly challenge: string;
  readonly rp: { readonly id?: string };
  readonly user: { readonly id: string };
}

/** The parts looked at of `PublicKeyCredentialRequestOptionsJSON`. */
interface RequestOptions {
  readonly challenge: string;
  readonly rpId?: string;
  readonly allowCredentials?: readonly { readonly id: string }[];
}

/** A software authenticator together with its browser. Answers are JSON text, as a page would post them. */
export interface VirtualAuthenticator {
  create(options: CreationOptions, lies?: Partial<CeremonyBehaviour>): string;
  /** With the newest credential that is allowed. */
  get(options: RequestOptions, lies?: Partial<CeremonyBehaviour>): string;
}

interface Credential {
  readonly id: string;
  readonly rpId: string;
  readonly userHandle: string;
  readonly privateKey: KeyObject;
  readonly algorithm: CeremonyBehaviour['algorithm'];
  counter: number;
}

export function createVirtualAuthenticator(
  character: Partial<CeremonyBehaviour> & Pick<CeremonyBehaviour, 'origin'>,
): VirtualAuthenticator {
  const credentials: Credential[] = [];
  return {
    create(options, lies = {}) {
      const behaviour = { ...honest, ...character, ...lies };
      const { credential, coseKey } = newCredential(options, behaviour);
      credentials.unshift(credential);
      return JSON.stringify(attestationResponse(credential, coseKey, options, behaviour));
    },

    get(options, lies = {}) {
      const allowed = options.allowCredentials?.map(({ id }) => id) ?? [];
      const credential = credentials.find(({ id }) => allowed.length === 0 || allowed.includes(id));
      if (credential === undefined) throw new Error('this authenticator holds no such credential');
      credential.counter += 1;
      const behaviour = { ...honest, ...character, ...lies };
      return JSON.stringify(assertionResponse(credential, options, behaviour));
    },
  };
}

function newCredential(options: CreationOptions, { algorithm }: CeremonyBehaviour) {
  const { privateKey, publicKey } =
    algorithm === 'ES256'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('ed25519');
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const coordinate = (text: string) => Buffer.from(text, 'base64url');
  // RFC 9053, sections 7.1 and 7.2.
  const coseKey: CborValue =
    algorithm === 'ES256'
      ? new Map<number, CborValue>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, coordinate(x)],
          [-3, coordinate(y)],
        ])
      : new Map<number, CborValue>([
          [1, 1],
          [3, -8],
          [-1, 6],
          [-2, coordinate(x)],
        ]);
  const credential: Credential = {
    id: randomBytes(32).toString('base64url'),
    rpId: options.rp.id ?? '',
    userHandle: options.user.id,
    privateKey,
    algorithm,
    counter: 0,
  };
  return { credential, coseKey };
}

function attestationResponse(
  credential: Credential,
  coseKey: CborValue,
  { challenge }: CreationOptions,
  behaviour: CeremonyBehaviour,
) {
  const id = Buffer.from(credential.id, 'base64url');
  const attested = Buffer.concat([
    Buffer.from(behaviour.aaguid.replaceAll('-', ''), 'hex'),
    Buffer.of(id.length >> 8, id.length & 0xff),
    id,
    encodeCbor(coseKey),
  ]);
  const authData = Buffer.concat([authenticatorData(credential, behaviour, true), attested]);
  const clientDataJSON = clientData('webauthn.create', challenge, behaviour);
  const statement = new Map<string, CborValue>(
    behaviour.attestation === 'none'
      ? []
      : [
          ['alg', -7],
          ['sig', signature(credential, authData, clientDataJSON)],
        ],
  );
  const attestationObject = encodeCbor(
    new Map<string, CborValue>([
      ['fmt', behaviour.attestation],
      ['attStmt', statement],
      ['authData', authData],
    ]),
  );
  return envelope(credential, {
    clientDataJSON: clientDataJSON.toString('base64url'),
    attestationObject: attestationObject.toString('base64url'),
    transports: behaviour.transports,
  });
}

function assertionResponse(
  credential: Credential,
  { challenge }: RequestOptions,
  behaviour: CeremonyBehaviour,
) {
  const data = authenticatorData(credential, behaviour, false);
  const clientDataJSON = clientData('webauthn.get', challenge, behaviour);
  const { userHandle = credential.userHandle } = behaviour;
  return envelope(credential, {
    clientDataJSON: clientDataJSON.toString('base64url'),
    authenticatorData: data.toString('base64url'),
    signature: signature(credential, data, clientDataJSON).toString('base64url'),
    ...(userHandle !== null && { userHandle }),
  });
}

function envelope({ id }: Credential, response: Readonly<Record<string, unknown>>) {
  return {
    id,
    rawId: id,
    type: 'public-key',
    authenticatorAttachment: 'platform',
    clientExtensionResults: {},
    response,
  };
}

/** WebAuthn Level 3, section 6.1, without the attested credential data. */
function authenticatorData(
  credential: Credential,
  behaviour: CeremonyBehaviour,
  attested: boolean,
): Buffer {
  const flags =
    (behaviour.userPresent ? 0x01 : 0) |
    (behaviour.userVerified ? 0x04 : 0) |
    (behaviour.backupEligible ? 0x08 : 0) |
    (behaviour.backedUp ? 0x10 : 0) |
    (attested ? 0x40 : 0);
  const counter = Buffer.alloc(4);
  counter.writeUInt32BE(behaviour.counter ?? credential.counter);
  return Buffer.concat([sha256(behaviour.rpId ?? credential.rpId), Buffer.of(flags), counter]);
}

/** WebAuthn Level 3, section 5.8.1. */
function clientData(type: string, challenge: string, behaviour: CeremonyBehaviour): Buffer {
  return Buffer.from(
    JSON.stringify({
      type: behaviour.clientDataType ?? type,
      challenge: behaviour.challenge ?? challenge,
      origin: behaviour.origin,
      crossOrigin: false,
    }),
  );
}

function signature(
  { privateKey, algorithm }: Credential,
  data: Buffer,
  clientDataJSON: Buffer,
): Buffer {
  const signed = Buffer.concat([data, sha256(clientDataJSON)]);
  return sign(algorithm === 'ES256' ? 'sha256' : null, signed, privateKey);
}

function sha256(input: string | Buffer): Buffer {
  return createHash('sha256').update(input).digest();
}
