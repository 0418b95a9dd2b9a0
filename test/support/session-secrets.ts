/** What must stay where it belongs. Everything the tests learn of it is noted here, for the leak scanner. */
export type SecretKind =
  | 'identification number'
  | 'password'
  | 'one-time code'
  | 'phone number'
  | 'mail address'
  | 'document number'
  | 'name'
  | 'authorization code'
  | 'access token'
  | 'refresh token'
  | 'ID token'
  | 'session cookie'
  | 'client secret'
  | 'registration access token'
  | 'initial access token'
  | 'client assertion'
  | 'request_uri'
  | 'device code'
  | 'auth_req_id'
  | 'logout token'
  | 'client notification token';

export interface Secret {
  readonly kind: SecretKind;
  readonly value: string;
}

const known = new Map<string, SecretKind>();
/** Every SenID of this run: other addresses are those of relying parties. */
export const knownIssuers = new Set<string>();

export function noteSecret(kind: SecretKind, value: unknown): void {
  if (typeof value === 'string' && value !== '') known.set(value, kind);
}

/** All of this run. */
export function knownSecrets(): readonly Secret[] {
  return [...known].map(([value, kind]) => ({ kind, value }));
}
