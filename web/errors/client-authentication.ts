import type { ErrorTable } from './entry.ts';
import { ASSERTION, CODE_FOR_TOKENS } from './examples.ts';

/** How a client proves at `/token`, `/par`, `/introspect` and `/revoke` that it is itself. */
export const CLIENT_AUTHENTICATION: ErrorTable = {
  invalid_client: {
    error: 'invalid_client',
    people: 'service-request',
    says: 'client authentication failed',
    cause: {
      en: 'The client could not be authenticated, for a reason that has no page of its own here.',
      vi: 'Không xác thực được dịch vụ, vì một lý do chưa có trang riêng tại đây.',
    },
    remedy: {
      en: 'Compare `client_id`, the secret or key, and `token_endpoint_auth_method` with what was registered.',
      vi: 'So sánh `client_id`, bí mật hoặc khóa, và `token_endpoint_auth_method` với thông tin đã đăng ký.',
    },
    example: CODE_FOR_TOKENS,
    specifications: ['RFC 6749, 2.3', 'RFC 6749, 5.2'],
    classes: ['InvalidClient', 'InvalidClientAuth'],
  },
  'invalid_client.unknown': {
    error: 'invalid_client',
    alsoAs: ['invalid_token'],
    people: 'service-request',
    parameter: 'client_id',
    says: 'no client is registered here under this client_id',
    cause: {
      en: 'The `client_id` is mistyped, belongs to another environment, or the client was removed.',
      vi: '`client_id` bị gõ sai, thuộc môi trường khác, hoặc dịch vụ đã bị xóa.',
    },
    remedy: {
      en: 'Copy the `client_id` from the answer of `/register`. A sandbox that was begun anew (`./data` removed) knows none of the old ones.',
      vi: 'Chép `client_id` từ kết quả của `/register`. Sandbox được tạo lại (đã xóa `./data`) không còn biết các dịch vụ cũ.',
    },
    specifications: ['RFC 6749, 5.2', 'RFC 7591, 3.2.1'],
    when: ['client not found', 'associated client not found'],
  },
  'invalid_client.wrong_secret': {
    error: 'invalid_client',
    people: 'service-request',
    parameter: 'Authorization, client_secret',
    says: 'the client secret is wrong',
    cause: {
      en: 'The secret is not the one that was issued, or was not encoded before it went into the header.',
      vi: 'Bí mật không đúng với giá trị đã cấp, hoặc chưa được mã hóa trước khi đưa vào header.',
    },
    remedy: {
      en: 'Form-encode `client_id` and secret each, join them by a colon, then encode with base64: `Basic BASE64(client_id:client_secret)`.',
      vi: 'Mã hóa form riêng từng phần `client_id` và bí mật, nối bằng dấu hai chấm, rồi mã hóa base64: `Basic BASE64(client_id:client_secret)`.',
    },
    example: CODE_FOR_TOKENS,
    specifications: ['RFC 6749, 2.3.1'],
    when: ['invalid secret provided', /^client_id .+ client_secret expired at /],
  },
  'invalid_client.other_method': {
    error: 'invalid_client',
    people: 'service-request',
    parameter: 'token_endpoint_auth_method',
    says: 'the client is registered for another authentication method than the one it used',
    cause: {
      en: 'The client authenticated in another way than its `token_endpoint_auth_method`, or sent no proof although it is not public.',
      vi: 'Dịch vụ xác thực khác với `token_endpoint_auth_method` đã đăng ký, hoặc không gửi bằng chứng dù không phải dịch vụ công khai.',
    },
    remedy: {
      en: 'Use the registered method, or register the one your library uses. Many libraries send `client_secret_basic` unless told otherwise.',
      vi: 'Dùng đúng phương thức đã đăng ký, hoặc đăng ký phương thức mà thư viện của bạn dùng. Nhiều thư viện mặc định gửi `client_secret_basic`.',
    },
    specifications: ['OIDC Core, 9', 'RFC 7591, 2'],
    when: [
      'the provided authentication mechanism does not match the registered client authentication method',
    ],
  },
  'client_auth.missing': {
    error: 'invalid_request',
    people: 'service-request',
    parameter: 'Authorization, client_assertion, client_id',
    says: 'no client authentication: send an Authorization header, a client_assertion, or client_id for a public client',
    cause: {
      en: 'Nothing in the request says which client it is.',
      vi: 'Yêu cầu không cho biết là của dịch vụ nào.',
    },
    remedy: {
      en: 'Authenticate as registered. A public client sends `client_id` in the body.',
      vi: 'Xác thực đúng cách đã đăng ký. Dịch vụ công khai gửi `client_id` trong thân yêu cầu.',
    },
    example: CODE_FOR_TOKENS,
    specifications: ['RFC 6749, 2.3', 'RFC 6749, 3.2.1'],
    when: ['no client authentication mechanism provided'],
  },
  'client_auth.several': {
    error: 'invalid_request',
    people: 'service-request',
    parameter: 'Authorization, client_secret, client_assertion',
    says: 'client authentication must be done in one way only, for one client_id',
    cause: {
      en: 'The request authenticates in two ways at once, or names two clients.',
      vi: 'Yêu cầu xác thực bằng hai cách cùng lúc, hoặc nêu hai dịch vụ.',
    },
    remedy: {
      en: 'Send the header or the body parameter, not both, and the same `client_id` wherever it stands.',
      vi: 'Chỉ gửi header hoặc tham số trong thân yêu cầu, không gửi cả hai, và dùng cùng một `client_id` ở mọi nơi.',
    },
    specifications: ['RFC 6749, 2.3'],
    when: ['client authentication must only be provided using one mechanism', 'client_id mismatch'],
  },
  'client_auth.malformed': {
    error: 'invalid_request',
    people: 'service-request',
    parameter: 'Authorization',
    cause: {
      en: 'The header is not `Basic`, a space, and base64 of a `client_id` and a secret with a colon between them, each form-encoded.',
      vi: 'Header không có dạng `Basic`, dấu cách, và base64 của `client_id` và bí mật (mỗi phần mã hóa form) ngăn cách bằng dấu hai chấm.',
    },
    remedy: {
      en: 'Build it as the example shows. For a bearer or DPoP token: the scheme, one space, the token.',
      vi: 'Tạo header như ví dụ. Với token Bearer hoặc DPoP: tên scheme, một dấu cách, rồi token.',
    },
    example: CODE_FOR_TOKENS,
    specifications: ['RFC 6749, 2.3.1', 'RFC 6750, 2.1'],
    when: [
      'invalid authorization header value format',
      'client_id and client_secret in the authorization header are not properly encoded',
      'client_secret must be provided in the Authorization header',
    ],
  },
  'client_assertion.malformed': {
    error: 'invalid_request',
    people: 'service-request',
    parameter: 'client_assertion, client_assertion_type',
    cause: {
      en: '`client_assertion` is not a JWT, or `client_assertion_type` is absent or another.',
      vi: '`client_assertion` không phải là JWT, hoặc `client_assertion_type` bị thiếu hay sai.',
    },
    remedy: {
      en: 'Send `client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer` with the signed JWT.',
      vi: 'Gửi `client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer` cùng JWT đã ký.',
    },
    example: ASSERTION,
    specifications: ['RFC 7523, 2.2'],
    when: ['invalid client_assertion format', /^client_assertion_type must /],
  },
  'client_certificate.refused': {
    error: 'invalid_client',
    people: 'service-request',
    says: 'the TLS client certificate is missing, not trusted, or not the registered one',
    cause: {
      en: 'The client is registered for mutual TLS, and the connection brought no certificate, an untrusted one, or one whose subject or key was not registered.',
      vi: 'Dịch vụ đăng ký dùng mutual TLS, nhưng kết nối không có chứng thư, chứng thư không đáng tin, hoặc chủ thể hay khóa chưa được đăng ký.',
    },
    remedy: {
      en: 'Call the address under `mtls_endpoint_aliases` of the discovery document, with the registered certificate.',
      vi: 'Gọi địa chỉ trong `mtls_endpoint_aliases` của tài liệu discovery, với chứng thư đã đăng ký.',
    },
    specifications: ['RFC 8705, 2', 'RFC 8705, 5'],
    when: [
      'client certificate was not provided',
      'client certificate was not verified',
      'certificate subject value does not match the registered one',
      'unregistered client certificate provided',
      'unknown name of a certificate',
    ],
  },
};
