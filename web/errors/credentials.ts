import type { ErrorTable, ErrorEntry, Told } from './entry.ts';

const remedy: Told = {
  en: 'Use what the discovery document names. There is no credential endpoint in it.',
  vi: 'Chỉ dùng những gì tài liệu discovery nêu. Trong đó không có địa chỉ cấp chứng nhận.',
};

/** Issuing verifiable credentials is not offered: the library knows these errors, and nobody can meet them here. */
const entry = (error: string, name: string, cause: Told): ErrorEntry => ({
  error,
  people: 'service-request',
  says: 'credentials are not issued here',
  cause: {
    en: `${cause.en} Credentials are not issued here.`,
    vi: `${cause.vi} SenID không cấp chứng nhận số tại đây.`,
  },
  remedy,
  specifications: ['OpenID4VCI, 8.3.1'],
  classes: [name],
});

export const CREDENTIALS: ErrorTable = {
  credential_request_denied: entry('credential_request_denied', 'CredentialRequestDenied', {
    en: 'The credential is not given to this person.',
    vi: 'Không cấp chứng nhận số cho người này.',
  }),
  invalid_credential_request: entry('invalid_credential_request', 'InvalidCredentialRequest', {
    en: 'The credential request is malformed.',
    vi: 'Yêu cầu cấp chứng nhận số sai định dạng.',
  }),
  invalid_nonce: entry('invalid_nonce', 'InvalidNonce', {
    en: 'The nonce of the key proof is not a fresh one of this server.',
    vi: 'Nonce trong bằng chứng khóa không phải nonce mới của máy chủ này.',
  }),
  invalid_proof: entry('invalid_proof', 'InvalidProof', {
    en: 'The proof of the holder’s key is missing or wrong.',
    vi: 'Bằng chứng về khóa của người giữ bị thiếu hoặc sai.',
  }),
  unknown_credential_configuration: entry(
    'unknown_credential_configuration',
    'UnknownCredentialConfiguration',
    { en: 'No such credential is offered.', vi: 'Không có loại chứng nhận số này.' },
  ),
  unknown_credential_identifier: entry(
    'unknown_credential_identifier',
    'UnknownCredentialIdentifier',
    {
      en: 'No such credential belongs to the access token.',
      vi: 'Access token không có chứng nhận số này.',
    },
  ),
};
