import type { ErrorTable } from './entry.ts';

const POLL = `POST /token
Content-Type: application/x-www-form-urlencoded

grant_type=urn:ietf:params:oauth:grant-type:device_code
  &device_code=THE_DEVICE_CODE
  &client_id=YOUR_CLIENT_ID`;

/** Logins on another device: the device flow (RFC 8628) and CIBA. */
export const DEVICE_AND_CIBA: ErrorTable = {
  authorization_pending: {
    error: 'authorization_pending',
    people: 'service-request',
    says: 'the person has not finished yet; ask again after the interval',
    cause: {
      en: 'The person has not finished on the other device. This is part of normal operation.',
      vi: 'Người dùng chưa hoàn tất trên thiết bị kia. Đây là hoạt động bình thường.',
    },
    remedy: {
      en: 'Wait `interval` seconds, 5 without one, and ask again.',
      vi: 'Đợi `interval` giây (5 giây nếu không có) rồi hỏi lại.',
    },
    example: POLL,
    specifications: ['RFC 8628, 3.5', 'CIBA, 11'],
    classes: ['AuthorizationPending'],
  },
  slow_down: {
    error: 'slow_down',
    people: 'too-many',
    says: 'you ask too often; add 5 seconds to the interval and go on',
    cause: {
      en: 'The client asked again before the interval was over.',
      vi: 'Dịch vụ hỏi lại trước khi hết khoảng chờ.',
    },
    remedy: {
      en: 'Add 5 seconds to the interval for the rest of this login, and go on asking.',
      vi: 'Cộng thêm 5 giây vào khoảng chờ cho đến hết lượt đăng nhập này và tiếp tục hỏi.',
    },
    example: POLL,
    specifications: ['RFC 8628, 3.5', 'CIBA, 11'],
    classes: ['SlowDown'],
  },
  expired_token: {
    error: 'expired_token',
    people: 'expired',
    says: 'the person did not finish in time; begin again',
    cause: {
      en: 'The `device_code` or `auth_req_id` ended before the person finished.',
      vi: '`device_code` hoặc `auth_req_id` đã hết hạn trước khi người dùng hoàn tất.',
    },
    remedy: {
      en: 'Stop asking. Begin a new login when the person wants one.',
      vi: 'Ngừng hỏi. Bắt đầu lượt đăng nhập mới khi người dùng muốn.',
    },
    specifications: ['RFC 8628, 3.5', 'CIBA, 11'],
    classes: ['ExpiredToken'],
  },
  unknown_user_id: {
    error: 'unknown_user_id',
    people: 'bad-request',
    parameter: 'login_hint, id_token_hint, login_hint_token',
    says: 'the hint names nobody who can be asked',
    cause: {
      en: 'Nobody could be asked by this hint. Whether the person does not exist or cannot be reached is not said.',
      vi: 'Không thể hỏi ai theo gợi ý này. SenID không cho biết người đó không tồn tại hay không liên lạc được.',
    },
    remedy: {
      en: 'Send the last `id_token_hint` you have of the person, or let the person log in by a redirect.',
      vi: 'Gửi `id_token_hint` gần nhất của người dùng, hoặc để người dùng đăng nhập bằng chuyển hướng.',
    },
    specifications: ['CIBA, 13'],
    classes: ['UnknownUserId'],
  },
  expired_login_hint_token: {
    error: 'expired_login_hint_token',
    people: 'expired',
    parameter: 'login_hint_token',
    says: 'the login_hint_token has expired',
    cause: { en: 'The `login_hint_token` is too old.', vi: '`login_hint_token` đã quá hạn.' },
    remedy: { en: 'Get a new one from whoever issued it.', vi: 'Xin token mới từ nơi đã cấp.' },
    specifications: ['CIBA, 13'],
    classes: ['ExpiredLoginHintToken'],
  },
  invalid_binding_message: {
    error: 'invalid_binding_message',
    people: 'service-request',
    parameter: 'binding_message',
    cause: {
      en: 'The message the person would compare on both devices is too long, or holds characters that are not shown safely.',
      vi: 'Nội dung để người dùng so sánh trên hai thiết bị quá dài hoặc chứa ký tự không thể hiển thị an toàn.',
    },
    remedy: {
      en: 'Send a short code such as `W4SCT`.',
      vi: 'Gửi một mã ngắn, ví dụ `W4SCT`.',
    },
    specifications: ['CIBA, 7.1', 'CIBA, 13'],
    classes: ['InvalidBindingMessage'],
  },
  missing_user_code: {
    error: 'missing_user_code',
    people: 'bad-request',
    parameter: 'user_code',
    says: 'a user_code is required and missing',
    cause: {
      en: 'The person protects such logins by a code, and the request holds none.',
      vi: 'Người dùng bảo vệ lượt đăng nhập kiểu này bằng một mã, nhưng yêu cầu không có mã.',
    },
    remedy: {
      en: 'Ask the person for it, and send it as `user_code`.',
      vi: 'Hỏi người dùng và gửi trong `user_code`.',
    },
    specifications: ['CIBA, 13'],
    classes: ['MissingUserCode'],
  },
  invalid_user_code: {
    error: 'invalid_user_code',
    people: 'bad-request',
    parameter: 'user_code',
    says: 'the user_code is wrong',
    cause: { en: 'The `user_code` is wrong.', vi: '`user_code` không đúng.' },
    remedy: { en: 'Ask the person for it again.', vi: 'Hỏi lại người dùng.' },
    specifications: ['CIBA, 13'],
    classes: ['InvalidUserCode'],
  },
  transaction_failed: {
    error: 'transaction_failed',
    people: 'unexpected',
    says: 'the request could not be completed; begin again',
    cause: {
      en: 'The login on the other device failed before the person answered.',
      vi: 'Lượt đăng nhập trên thiết bị kia bị lỗi trước khi người dùng trả lời.',
    },
    remedy: { en: 'Begin a new one.', vi: 'Bắt đầu lượt mới.' },
    specifications: ['CIBA, 11'],
    classes: ['TransactionFailed'],
  },
  'device.user_code': {
    error: 'invalid_request',
    people: 'bad-request',
    parameter: 'user_code',
    cause: {
      en: 'The code typed at `/device` is missing, unknown, expired or used. The person is shown which, and can type it again.',
      vi: 'Mã nhập tại `/device` bị thiếu, không đúng, đã hết hạn hoặc đã dùng. Người dùng được cho biết lý do và có thể nhập lại.',
    },
    remedy: {
      en: 'Show `user_code` and `verification_uri` large and clear, and begin again when `expires_in` is over.',
      vi: 'Hiển thị rõ `user_code` và `verification_uri`, và bắt đầu lại khi hết `expires_in`.',
    },
    specifications: ['RFC 8628, 3.3', 'RFC 8628, 6.1'],
    when: [
      'the code was not found',
      'the code has expired',
      'code has already been used',
      'no code submitted',
      'the interaction was aborted',
    ],
  },
  'ciba.hints': {
    error: 'invalid_request',
    people: 'service-request',
    parameter: 'login_hint, id_token_hint, login_hint_token',
    cause: {
      en: 'The request names the person in no way, or in more than one.',
      vi: 'Yêu cầu không nêu người dùng, hoặc nêu bằng nhiều cách.',
    },
    remedy: { en: 'Send exactly one of the three.', vi: 'Gửi đúng một trong ba tham số.' },
    specifications: ['CIBA, 7.1'],
    when: [/(missing one|only one) of required parameters login_hint_token, /],
  },
  'ciba.parameters': {
    error: 'invalid_request',
    people: 'service-request',
    parameter: 'client_notification_token, requested_expiry',
    cause: {
      en: '`client_notification_token` is not a bearer token of up to 1024 characters, or `requested_expiry` is not a whole number of seconds.',
      vi: '`client_notification_token` không phải bearer token dài tối đa 1024 ký tự, hoặc `requested_expiry` không phải số giây nguyên.',
    },
    remedy: {
      en: 'Send a random token of base64url characters, new for each request, and digits only.',
      vi: 'Gửi token ngẫu nhiên gồm ký tự base64url, mới cho mỗi yêu cầu; thời hạn chỉ gồm chữ số.',
    },
    specifications: ['CIBA, 7.1'],
    when: [
      /^client_notification_token must /,
      'invalid requested_expiry parameter value',
      'Encrypted Request Objects are not supported by CIBA',
    ],
  },
};
