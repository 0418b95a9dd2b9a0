import type { ErrorTable } from './entry.ts';
import { REQUEST_OBJECT } from './examples.ts';

/** What can be wrong inside a request object (RFC 9101). */
export const REQUEST_OBJECTS: ErrorTable = {
  'request_object.signature': {
    error: 'invalid_request_object',
    people: 'service-request',
    parameter: 'request',
    says: 'the signature of the request object does not fit any key registered for this client',
    cause: {
      en: 'No key in the client’s `jwks` or `jwks_uri` verifies the signature: the key was replaced and not published, or `kid` names another.',
      vi: 'Không khóa nào trong `jwks` hoặc `jwks_uri` của dịch vụ khớp chữ ký: khóa đã thay nhưng chưa công bố, hoặc `kid` chỉ khóa khác.',
    },
    remedy: {
      en: 'Publish the public key before you sign with it, with the same `kid`, and keep the old one for a while.',
      vi: 'Công bố khóa công khai trước khi dùng để ký, với cùng `kid`, và giữ khóa cũ thêm một thời gian.',
    },
    example: REQUEST_OBJECT,
    specifications: ['RFC 9101, 6.2'],
    when: ['could not validate Request Object'],
  },
  'request_object.algorithm': {
    error: 'invalid_request_object',
    people: 'service-request',
    parameter: 'request',
    cause: {
      en: 'The object is signed by an algorithm that is not offered here (`none` never is), or by another than the client registered.',
      vi: 'Request object được ký bằng thuật toán không được hỗ trợ (`none` không bao giờ được chấp nhận), hoặc khác thuật toán đã đăng ký.',
    },
    remedy: {
      en: 'Take an algorithm from `request_object_signing_alg_values_supported` and register it as `request_object_signing_alg`. Banks use PS256, ES256 or EdDSA.',
      vi: 'Chọn thuật toán trong `request_object_signing_alg_values_supported` và đăng ký ở `request_object_signing_alg`. Ngân hàng dùng PS256, ES256 hoặc EdDSA.',
    },
    example: REQUEST_OBJECT,
    specifications: ['RFC 9101, 6.2', 'RFC 9101, 10.1'],
    when: [
      'unsupported signed request alg',
      /^the tier allows /,
      'the preregistered alg must be used in request or request_uri',
    ],
  },
  'request_object.claims': {
    error: 'invalid_request_object',
    people: 'service-request',
    parameter: 'request',
    cause: {
      en: '`iss`, `aud`, `exp` or `nbf` is missing or wrong, or the object lives too long.',
      vi: '`iss`, `aud`, `exp` hoặc `nbf` bị thiếu hoặc sai, hoặc request object có thời hạn quá dài.',
    },
    remedy: {
      en: 'Set `iss` to the `client_id`, `aud` to the issuer of the discovery document as one text, `nbf` to now and `exp` to a few minutes later. Keep the clock in step (NTP).',
      vi: 'Đặt `iss` là `client_id`, `aud` là issuer trong tài liệu discovery (một chuỗi), `nbf` là hiện tại và `exp` sau đó vài phút. Đồng bộ đồng hồ (NTP).',
    },
    example: REQUEST_OBJECT,
    specifications: ['RFC 9101, 4', 'RFC 9101, 6.3'],
    when: [
      'Request Object claims are invalid',
      /^(a|the|typ of a|exp of the) request object /,
      /^Request Object is missing the /,
      /^Request Object 'exp' claim too far/,
    ],
  },
  'request_object.mismatch': {
    error: 'invalid_request_object',
    people: 'service-request',
    parameter: 'client_id, response_type',
    cause: {
      en: '`client_id` or `response_type` inside the object differs from the one beside it, or from the client that authenticated.',
      vi: '`client_id` hoặc `response_type` trong request object khác với tham số bên ngoài, hoặc khác dịch vụ đã xác thực.',
    },
    remedy: {
      en: 'Put the same `client_id` in both places. Nothing else needs to stand outside the object.',
      vi: 'Đặt cùng `client_id` ở cả hai nơi. Không cần tham số nào khác bên ngoài.',
    },
    example: REQUEST_OBJECT,
    specifications: ['RFC 9101, 5', 'RFC 9101, 6.3'],
    when: [
      'request response_type must equal the one in request parameters',
      /^request client_id must equal /,
      'request client_id mismatch',
    ],
  },
  'request_object.nested': {
    error: 'invalid_request_object',
    people: 'service-request',
    parameter: 'request',
    cause: {
      en: 'The object holds `request` or `request_uri` itself.',
      vi: 'Bên trong request object lại có `request` hoặc `request_uri`.',
    },
    remedy: { en: 'Take them out.', vi: 'Bỏ các tham số đó ra.' },
    example: REQUEST_OBJECT,
    specifications: ['RFC 9101, 4'],
    when: ['Request Object must not contain request or request_uri properties'],
  },
};
