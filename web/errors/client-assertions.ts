import type { ErrorTable } from './entry.ts';
import { ASSERTION } from './examples.ts';

/** What can be wrong with the JWT of `private_key_jwt` (RFC 7523), and with attestations, which are not offered here. */
export const CLIENT_ASSERTIONS: ErrorTable = {
  'client_assertion.claims': {
    error: 'invalid_client',
    people: 'service-request',
    parameter: 'client_assertion',
    says: 'the client assertion needs iss and sub equal to client_id, aud, exp and jti',
    cause: {
      en: 'A claim is missing, or `iss` is not the `client_id`.',
      vi: 'Thiếu một claim, hoặc `iss` không phải là `client_id`.',
    },
    remedy: { en: 'Set the claims as in the example.', vi: 'Đặt các claim như ví dụ.' },
    example: ASSERTION,
    specifications: ['RFC 7523, 3', 'OIDC Core, 9'],
    when: [
      /must be provided in the client_assertion JWT$/,
      'expiration must be specified in the client_assertion JWT',
      'iss (JWT issuer) must be the client_id',
    ],
  },
  'client_assertion.audience': {
    error: 'invalid_client',
    people: 'service-request',
    parameter: 'client_assertion',
    says: 'aud of the client assertion must be the issuer',
    cause: {
      en: '`aud` is not the issuer. An assertion made for one server must be worth nothing at another.',
      vi: '`aud` không phải là issuer. Assertion tạo cho máy chủ này không được có giá trị ở máy chủ khác.',
    },
    remedy: {
      en: 'Set `aud` to `issuer` of the discovery document, as one text, without a slash at its end. The address of `/token` is accepted of some tiers only, that of other endpoints of none.',
      vi: 'Đặt `aud` là `issuer` trong tài liệu discovery, một chuỗi, không có dấu gạch chéo cuối. Chỉ một số nhóm dịch vụ được dùng địa chỉ `/token`; các địa chỉ khác không được chấp nhận.',
    },
    example: ASSERTION,
    specifications: ['RFC 7523, 3'],
    when: [/^(list of )?audience \(aud\) must /, 'aud must be the issuer identifier, as a string'],
  },
  'client_assertion.signature': {
    error: 'invalid_client',
    people: 'service-request',
    parameter: 'client_assertion',
    says: 'the client assertion is not signed by a key registered for this client, or is not valid now',
    cause: {
      en: 'No key in the client’s `jwks` or `jwks_uri` verifies the signature, the algorithm is another than the registered one, or `exp`, `nbf` or `iat` does not fit the time.',
      vi: 'Không khóa nào trong `jwks` hoặc `jwks_uri` của dịch vụ khớp chữ ký, thuật toán khác với đăng ký, hoặc `exp`, `nbf`, `iat` không phù hợp thời điểm.',
    },
    remedy: {
      en: 'Publish the public key with its `kid` before you use it, sign with `token_endpoint_auth_signing_alg`, and keep the clock in step (NTP).',
      vi: 'Công bố khóa công khai kèm `kid` trước khi dùng, ký bằng `token_endpoint_auth_signing_alg`, và đồng bộ đồng hồ (NTP).',
    },
    example: ASSERTION,
    specifications: ['RFC 7523, 3', 'RFC 7517, 4.5'],
    when: [
      'alg mismatch',
      /^the tier allows /,
      'the assertion is from the future',
      /^(invalid signature|jwt (expired|not active yet|issued in the future)|unsupported alg|failed to decode|no applicable key|signature verification failed)/i,
    ],
  },
  'client_assertion.too_long': {
    error: 'invalid_client',
    people: 'service-request',
    parameter: 'client_assertion',
    says: 'exp of the client assertion must be within an hour',
    cause: {
      en: 'The assertion lives longer than an hour: its `jti` would have to be remembered that long.',
      vi: 'Assertion có thời hạn hơn một giờ, nên `jti` của nó sẽ phải được ghi nhớ quá lâu.',
    },
    remedy: {
      en: 'Make a new assertion for each request, valid for a minute.',
      vi: 'Tạo assertion mới cho mỗi yêu cầu, có hiệu lực khoảng một phút.',
    },
    example: ASSERTION,
    specifications: ['RFC 7523, 3'],
    when: ['the assertion must expire within an hour'],
  },
  'client_assertion.used_before': {
    error: 'invalid_client',
    people: 'service-request',
    parameter: 'client_assertion',
    says: 'this client assertion was used before; make a new one for each request',
    cause: {
      en: 'The `jti` was seen before. An assertion is good once; a retry after a lost answer needs a new one as well.',
      vi: '`jti` đã được dùng. Mỗi assertion chỉ dùng một lần; gửi lại sau khi mất phản hồi cũng cần assertion mới.',
    },
    remedy: {
      en: 'Draw a random `jti` for each request.',
      vi: 'Tạo `jti` ngẫu nhiên cho mỗi yêu cầu.',
    },
    example: ASSERTION,
    specifications: ['RFC 7523, 3'],
    when: ['client assertion tokens must only be used once'],
  },
  invalid_client_attestation: {
    error: 'invalid_client_attestation',
    people: 'service-request',
    parameter: 'OAuth-Client-Attestation',
    says: 'client attestations are not offered here',
    cause: {
      en: 'The request brings a client attestation. This way of authentication is not offered here.',
      vi: 'Yêu cầu kèm chứng thực dịch vụ (client attestation). Cách xác thực này không được hỗ trợ.',
    },
    remedy: {
      en: 'Use a method from `token_endpoint_auth_methods_supported`.',
      vi: 'Dùng một phương thức trong `token_endpoint_auth_methods_supported`.',
    },
    specifications: ['RFC 6749, 2.3'],
    classes: ['InvalidClientAttestation'],
  },
  use_attestation_challenge: {
    error: 'use_attestation_challenge',
    people: 'service-request',
    says: 'client attestations are not offered here',
    cause: {
      en: 'A client attestation would have to hold a challenge. This way of authentication is not offered here.',
      vi: 'Chứng thực dịch vụ phải chứa một thử thách (challenge). Cách xác thực này không được hỗ trợ.',
    },
    remedy: {
      en: 'Use a method from `token_endpoint_auth_methods_supported`.',
      vi: 'Dùng một phương thức trong `token_endpoint_auth_methods_supported`.',
    },
    specifications: ['RFC 6749, 2.3'],
    classes: ['UseAttestationChallenge'],
  },
  use_fresh_attestation: {
    error: 'use_fresh_attestation',
    people: 'service-request',
    says: 'client attestations are not offered here',
    cause: {
      en: 'A client attestation would have to be younger. This way of authentication is not offered here.',
      vi: 'Chứng thực dịch vụ phải mới hơn. Cách xác thực này không được hỗ trợ.',
    },
    remedy: {
      en: 'Use a method from `token_endpoint_auth_methods_supported`.',
      vi: 'Dùng một phương thức trong `token_endpoint_auth_methods_supported`.',
    },
    specifications: ['RFC 6749, 2.3'],
    classes: ['UseFreshAttestation'],
  },
};
