import type { ErrorTable } from './entry.ts';
import { CODE_FOR_TOKENS, REFRESH } from './examples.ts';

/** Codes and refresh tokens at `/token`. */
export const GRANTS: ErrorTable = {
  invalid_grant: {
    error: 'invalid_grant',
    people: 'service-request',
    says: 'the code or token presented is not valid for this request',
    cause: {
      en: 'What was presented at `/token` is not valid, for a reason that has no page of its own here.',
      vi: 'Mã hoặc token gửi tới `/token` không hợp lệ, vì một lý do chưa có trang riêng tại đây.',
    },
    remedy: {
      en: 'Send the person through `/authorize` again.',
      vi: 'Đưa người dùng qua `/authorize` một lần nữa.',
    },
    example: CODE_FOR_TOKENS,
    specifications: ['RFC 6749, 5.2'],
    classes: ['InvalidGrant'],
  },
  'invalid_grant.code_not_found': {
    error: 'invalid_grant',
    people: 'service-request',
    parameter: 'code, device_code, auth_req_id',
    says: 'the code is unknown, was issued to another client, or is long gone',
    cause: {
      en: 'The code was never issued to this client, was cut off or decoded twice on its way, or ended more than a minute ago.',
      vi: 'Mã chưa từng được cấp cho dịch vụ này, bị cắt hoặc giải mã hai lần trên đường đi, hoặc đã hết hạn hơn một phút.',
    },
    remedy: {
      en: 'Take `code` from the query as your framework decoded it, and redeem it at once, at the issuer named by `iss` in the same answer.',
      vi: 'Lấy `code` từ query đúng như framework đã giải mã, và đổi ngay, tại issuer nêu trong `iss` của cùng kết quả.',
    },
    example: CODE_FOR_TOKENS,
    specifications: ['RFC 6749, 4.1.3', 'RFC 9207, 2.4'],
    when: [
      /^(authorization code|device code|backchannel authentication request|pre-authorized code) not found$/,
      'client mismatch',
    ],
  },
  'invalid_grant.code_expired': {
    error: 'invalid_grant',
    people: 'expired',
    parameter: 'code',
    says: 'the authorization code has expired; it is good for one minute',
    cause: {
      en: 'More than a minute passed between the redirect and `/token`.',
      vi: 'Đã quá một phút từ lúc chuyển hướng đến khi gọi `/token`.',
    },
    remedy: {
      en: 'Redeem the code in the request that brought it, not from a queue.',
      vi: 'Đổi mã ngay trong yêu cầu mang mã về, không đưa vào hàng đợi.',
    },
    example: CODE_FOR_TOKENS,
    specifications: ['RFC 6749, 4.1.2'],
    when: ['authorization code is expired', 'pre-authorized code is expired'],
  },
  'invalid_grant.code_used': {
    error: 'invalid_grant',
    people: 'service-request',
    parameter: 'code',
    says: 'the code was used before; all tokens that came from it have been revoked',
    cause: {
      en: 'A code was redeemed twice. Because it may have been stolen, everything that came from it was revoked. Often the callback address was loaded again, or two handlers run for one request.',
      vi: 'Một mã được đổi hai lần. Vì có thể mã đã bị đánh cắp, mọi token sinh từ mã đã bị thu hồi. Thường do địa chỉ callback bị tải lại, hoặc hai bộ xử lý chạy cho cùng một yêu cầu.',
    },
    remedy: {
      en: 'Redeem each code once, redirect away from the callback at once, and begin a new login now.',
      vi: 'Chỉ đổi mỗi mã một lần, rời trang callback ngay sau đó, và bắt đầu lượt đăng nhập mới.',
    },
    specifications: ['RFC 6749, 4.1.2', 'RFC 6749, 10.5'],
    when: [
      /^(authorization code|device code|backchannel authentication request|pre-authorized code) already consumed$/,
      'already used',
    ],
  },
  'invalid_grant.redirect_uri': {
    error: 'invalid_grant',
    people: 'service-request',
    parameter: 'redirect_uri',
    says: 'redirect_uri differs from the one of the authorization request',
    cause: {
      en: '`redirect_uri` at `/token` is absent or not the one that was sent to `/authorize`.',
      vi: '`redirect_uri` tại `/token` bị thiếu hoặc khác với giá trị đã gửi tới `/authorize`.',
    },
    remedy: {
      en: 'Send the same text both times.',
      vi: 'Gửi cùng một chuỗi ở cả hai lần.',
    },
    example: CODE_FOR_TOKENS,
    specifications: ['RFC 6749, 4.1.3'],
    when: ['authorization code redirect_uri mismatch'],
  },
  'invalid_grant.refresh_token': {
    error: 'invalid_grant',
    people: 'expired',
    parameter: 'refresh_token',
    says: 'the refresh token is unknown, expired, revoked, or was replaced by a newer one',
    cause: {
      en: 'The login ended, the person withdrew their consent, or an old token was sent after it had been exchanged for a new one. Sending an old one twice revokes the whole line.',
      vi: 'Phiên đăng nhập đã kết thúc, người dùng đã rút lại đồng ý, hoặc token cũ được gửi sau khi đã đổi lấy token mới. Gửi token cũ hai lần sẽ thu hồi toàn bộ chuỗi token.',
    },
    remedy: {
      en: 'Keep the newest `refresh_token` of every answer, in one place, and let one process refresh at a time. Otherwise send the person through `/authorize`.',
      vi: 'Luôn lưu `refresh_token` mới nhất ở một nơi và chỉ để một tiến trình làm mới tại một thời điểm. Nếu không được, đưa người dùng qua `/authorize`.',
    },
    example: REFRESH,
    specifications: ['RFC 6749, 6', 'RFC 9700, 4.14'],
    when: [
      'refresh token not found',
      'refresh token is expired',
      'refresh token already used',
      /^already used a moment ago/,
    ],
  },
  'invalid_grant.revoked': {
    error: 'invalid_grant',
    alsoAs: ['invalid_token'],
    people: 'expired',
    says: 'what the person had granted has ended or was revoked',
    cause: {
      en: 'The person logged out or withdrew their consent, the account was locked, or the grant reached its end.',
      vi: 'Người dùng đã đăng xuất hoặc rút lại đồng ý, tài khoản bị khóa, hoặc quyền đã hết hạn.',
    },
    remedy: {
      en: 'Forget the tokens and send the person through `/authorize`.',
      vi: 'Xóa các token và đưa người dùng qua `/authorize`.',
    },
    specifications: ['RFC 6749, 5.2', 'RFC 6750, 3.1'],
    classes: ['GrantRevoked'],
    when: [
      'grant not found',
      'grant is expired',
      'grant revoked',
      /\(referenced account not found\)$/,
      'associated account not found',
      'accountId mismatch',
      'clientId mismatch',
    ],
  },
  'invalid_grant.sender': {
    error: 'invalid_grant',
    people: 'service-request',
    parameter: 'DPoP, client certificate',
    says: 'the code or token is bound to a key or certificate that was not proven',
    cause: {
      en: 'What is presented was bound to a DPoP key or a TLS certificate, and the request proves none or another.',
      vi: 'Mã hoặc token đã gắn với một khóa DPoP hay chứng thư TLS, nhưng yêu cầu không chứng minh được hoặc dùng khóa khác.',
    },
    remedy: {
      en: 'Keep the key for as long as the tokens, use it from `/par` to `/token`, and call the address of `mtls_endpoint_aliases` for certificates.',
      vi: 'Giữ khóa lâu bằng token, dùng cùng khóa từ `/par` đến `/token`, và gọi địa chỉ trong `mtls_endpoint_aliases` khi dùng chứng thư.',
    },
    specifications: ['RFC 9449, 5', 'RFC 8705, 3'],
    when: [
      'missing DPoP proof JWT',
      'DPoP proof key thumbprint does not match dpop_jkt',
      'mutual TLS client certificate not provided',
      'failed x5t#S256 verification',
      'failed jkt verification',
      'oauth-client-attestation instance public key mismatch',
    ],
  },
  unsupported_grant_type: {
    error: 'unsupported_grant_type',
    people: 'service-request',
    parameter: 'grant_type',
    cause: {
      en: 'The value is not in `grant_types_supported` of the discovery document. The password grant exists for nobody.',
      vi: 'Giá trị này không có trong `grant_types_supported` của tài liệu discovery. Cách cấp bằng mật khẩu (password grant) không được hỗ trợ.',
    },
    remedy: {
      en: 'Send `authorization_code` or `refresh_token`, or another from the discovery document.',
      vi: 'Gửi `authorization_code`, `refresh_token`, hoặc giá trị khác trong tài liệu discovery.',
    },
    example: CODE_FOR_TOKENS,
    specifications: ['RFC 6749, 5.2', 'RFC 9700, 2.4'],
    classes: ['UnsupportedGrantType'],
  },
};
