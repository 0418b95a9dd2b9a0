import type { Configuration } from 'oidc-provider';

type EnabledJwa = NonNullable<Configuration['enabledJWA']>;

/**
 * To whom an answer is encrypted is told by a public key of theirs, with algorithms of RFC 7518 that nobody advises against:
 * no `RSA1_5` and no `RSA-OAEP` (SHA-1), and nothing symmetric. A key derived from a client secret would be as good as
 * the secret, and both sides would have it.
 */
const ALGORITHMS = ['ECDH-ES', 'ECDH-ES+A128KW', 'ECDH-ES+A256KW', 'RSA-OAEP-256'] as const;
const ENCODINGS = ['A128CBC-HS256', 'A128GCM', 'A256CBC-HS512', 'A256GCM'] as const;

/** ID tokens and userinfo; nothing is encrypted to us, so no request object is. */
export const ENCRYPTION_ALGORITHMS = {
  idTokenEncryptionAlgValues: [...ALGORITHMS],
  idTokenEncryptionEncValues: [...ENCODINGS],
  userinfoEncryptionAlgValues: [...ALGORITHMS],
  userinfoEncryptionEncValues: [...ENCODINGS],
  authorizationEncryptionAlgValues: [],
  authorizationEncryptionEncValues: [],
  introspectionEncryptionAlgValues: [],
  introspectionEncryptionEncValues: [],
  requestObjectEncryptionAlgValues: [],
  requestObjectEncryptionEncValues: [],
} satisfies EnabledJwa;
