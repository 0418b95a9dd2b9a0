import type { ErrorTable } from './entry.ts';
import { BEARER, CODE_FOR_TOKENS } from './examples.ts';

/** Presenting, inspecting and revoking tokens, and who may do so. */
export const TOKENS: ErrorTable = {
  invalid_token: {
    error: 'invalid_token',
    people: 'expired',
    parameter: 'Authorization',
    says: 'the token is unknown, expired or revoked',
    cause: {
      en: 'The access token (or registration access token) ended, was revoked, was never issued here, or is for another API.',
      vi: 'Access token (hoặc registration access token) đã hết hạn, bị thu hồi, không do SenID cấp, hoặc dành cho API khác.',
    },
    remedy: {
      en: 'Get a new one with the refresh token, or send the person through `/authorize`.',
      vi: 'Lấy token mới bằng refresh token, hoặc đưa người dùng qua `/authorize`.',
    },
    example: BEARER,
    specifications: ['RFC 6750, 3.1', 'OIDC Core, 5.3.3'],
    classes: ['InvalidToken'],
  },
  'invalid_token.missing': {
    error: 'invalid_token',
    people: 'service-request',
    parameter: 'Authorization',
    cause: {
      en: 'The request carries no access token.',
      vi: 'Yêu cầu không kèm access token.',
    },
    remedy: {
      en: 'Send it in the `Authorization` header.',
      vi: 'Gửi token trong header `Authorization`.',
    },
    example: BEARER,
    specifications: ['RFC 6750, 2.1'],
    when: ['no access token provided'],
  },
  'invalid_token.audience': {
    error: 'invalid_token',
    people: 'service-request',
    parameter: 'Authorization',
    says: 'this token is for another API than this one',
    cause: {
      en: 'The token was issued for a resource server (`resource`), and `/userinfo` takes only tokens without one.',
      vi: 'Token được cấp cho một máy chủ tài nguyên (`resource`), còn `/userinfo` chỉ nhận token không gắn với tài nguyên nào.',
    },
    remedy: {
      en: 'Ask for a second token without `resource` by refreshing.',
      vi: 'Làm mới không kèm `resource` để lấy một token khác.',
    },
    specifications: ['RFC 8707, 2', 'OIDC Core, 5.3'],
    when: [/^token audience prevents accessing /],
  },
  'invalid_token.sender': {
    error: 'invalid_token',
    people: 'service-request',
    parameter: 'DPoP, client certificate',
    says: 'the token is bound to a key or certificate that was not proven, or is bound to none and a proof was sent',
    cause: {
      en: 'The token belongs to a DPoP key or a TLS certificate and the request proves none or another. Or the token is bound to nothing and a proof was sent with it.',
      vi: 'Token gắn với khóa DPoP hay chứng thư TLS nhưng yêu cầu không chứng minh được hoặc dùng khóa khác; hoặc token không gắn với khóa nào mà yêu cầu lại gửi bằng chứng.',
    },
    remedy: {
      en: 'Send `token_type` DPoP as `Authorization: DPoP …` with a fresh proof that holds `ath`; send Bearer without a proof.',
      vi: 'Với `token_type` là DPoP, gửi `Authorization: DPoP …` kèm bằng chứng mới có `ath`; với Bearer thì không gửi bằng chứng.',
    },
    specifications: ['RFC 9449, 7.1', 'RFC 8705, 3'],
    when: [
      'failed x5t#S256 verification',
      'failed jkt verification',
      'access token is not sender-constrained but proof of possession was provided',
    ],
  },
  'access_token.scheme': {
    error: 'invalid_request',
    people: 'service-request',
    parameter: 'Authorization, DPoP',
    cause: {
      en: 'The scheme of the `Authorization` header is neither `Bearer` nor, with a `DPoP` header beside it, `DPoP`.',
      vi: 'Scheme của header `Authorization` không phải `Bearer`, cũng không phải `DPoP` kèm header `DPoP`.',
    },
    remedy: {
      en: 'Use the scheme of the `token_type` you got with the token.',
      vi: 'Dùng scheme đúng với `token_type` nhận được cùng token.',
    },
    example: BEARER,
    specifications: ['RFC 6750, 2.1', 'RFC 9449, 7.1'],
    when: [
      /^authorization header scheme must be /,
      '`DPoP` header not provided',
      '`DPoP` tokens must be provided via an authorization header',
    ],
  },
  'access_token.place': {
    error: 'invalid_request',
    people: 'service-request',
    parameter: 'access_token',
    cause: {
      en: 'The token stands in the address, where logs and histories keep it, or in two places at once.',
      vi: 'Token nằm trong địa chỉ (nhật ký và lịch sử duyệt web sẽ lưu lại), hoặc ở hai nơi cùng lúc.',
    },
    remedy: {
      en: 'Send it in the `Authorization` header only.',
      vi: 'Chỉ gửi token trong header `Authorization`.',
    },
    example: BEARER,
    specifications: ['RFC 6750, 2', 'RFC 9700, 4.3.2'],
    when: [
      'the access token must be in the Authorization header',
      'access token must only be provided using one mechanism',
      'access tokens must not be provided via query parameter',
    ],
  },
  unsupported_token_type: {
    error: 'unsupported_token_type',
    people: 'service-request',
    parameter: 'token',
    cause: {
      en: 'A JWT access token is valid until it ends: it is not kept here, so it can be neither revoked nor introspected.',
      vi: 'Access token dạng JWT có hiệu lực đến khi hết hạn: SenID không lưu nên không thể thu hồi hay kiểm tra tại đây.',
    },
    remedy: {
      en: 'Verify it by its signature (RFC 9068). To end the access, revoke the refresh token.',
      vi: 'Kiểm tra bằng chữ ký (RFC 9068). Để chấm dứt quyền truy cập, hãy thu hồi refresh token.',
    },
    specifications: ['RFC 7009, 2.2.1', 'RFC 9068, 4'],
    classes: ['UnsupportedTokenType'],
  },
  'revocation.not_yours': {
    error: 'invalid_request',
    people: 'service-request',
    parameter: 'token',
    cause: {
      en: 'The token was issued to another client.',
      vi: 'Token được cấp cho dịch vụ khác.',
    },
    remedy: {
      en: 'Revoke only tokens of the client you authenticate as.',
      vi: 'Chỉ thu hồi token của chính dịch vụ đang xác thực.',
    },
    specifications: ['RFC 7009, 2.1'],
    when: ['client is not authorized to revoke the presented token'],
  },
  'introspection.signed_only': {
    error: 'invalid_request',
    people: 'service-request',
    parameter: 'Accept',
    cause: {
      en: 'This client is registered for signed introspection answers and asked for a plain one.',
      vi: 'Dịch vụ đăng ký nhận kết quả kiểm tra token có chữ ký nhưng lại xin kết quả thường.',
    },
    remedy: {
      en: 'Send `Accept: application/token-introspection+jwt`.',
      vi: 'Gửi `Accept: application/token-introspection+jwt`.',
    },
    specifications: ['RFC 9701, 4'],
    when: [/^introspection must be requested with Accept: /],
  },
  unauthorized_client: {
    error: 'unauthorized_client',
    people: 'service-request',
    cause: {
      en: 'The client is known and may not do this.',
      vi: 'Dịch vụ đã đăng ký nhưng không được phép thực hiện việc này.',
    },
    remedy: {
      en: 'Compare `grant_types` and the tier of the client’s registration with what it does.',
      vi: 'So sánh `grant_types` và nhóm của dịch vụ trong đăng ký với việc đang thực hiện.',
    },
    specifications: ['RFC 6749, 5.2'],
    classes: ['UnauthorizedClient'],
  },
  'grant_type.not_allowed': {
    error: 'invalid_request',
    alsoAs: ['unauthorized_client'],
    people: 'service-request',
    parameter: 'grant_type',
    cause: {
      en: 'The client did not register this `grant_type`.',
      vi: 'Dịch vụ không đăng ký `grant_type` này.',
    },
    remedy: {
      en: 'Add it to `grant_types` of the client. Without `refresh_token` there, no refresh token is issued either.',
      vi: 'Thêm giá trị này vào `grant_types` của dịch vụ. Nếu không có `refresh_token` thì cũng không có refresh token được cấp.',
    },
    example: CODE_FOR_TOKENS,
    specifications: ['RFC 7591, 2', 'RFC 6749, 5.2'],
    when: [
      'requested grant type is not allowed for this client',
      /^urn:\S+ is not allowed for this client$/,
    ],
  },
};
