import type { ErrorTable } from './entry.ts';

/** What has run out, and what is our own fault. */
export const FAULTS: ErrorTable = {
  interaction_expired: {
    error: 'interaction_expired',
    people: 'expired',
    cause: {
      en: 'The login was begun too long ago, was finished in another tab, or was begun in another browser. What was asked is no longer known, so nothing can be sent back to the service.',
      vi: 'Lượt đăng nhập đã bắt đầu quá lâu, đã hoàn tất ở thẻ khác, hoặc bắt đầu ở trình duyệt khác. Nội dung yêu cầu không còn, nên không thể trả kết quả về dịch vụ.',
    },
    remedy: {
      en: 'Let the person begin again at your login button. Offer `initiate_login_uri` or a home page at registration: the page links back to it.',
      vi: 'Cho người dùng bắt đầu lại từ nút đăng nhập. Khai báo `client_uri` khi đăng ký để trang này có liên kết quay về.',
    },
    specifications: ['OIDC Core, 3.1.2.3'],
    classes: ['InteractionGone'],
  },
  session_not_found: {
    error: 'invalid_request',
    people: 'expired',
    cause: {
      en: 'The browser came back to a login that has ended, was answered before, or belongs to another session. It may have been completed: sending an error now would undo it at the service.',
      vi: 'Trình duyệt quay lại lượt đăng nhập đã kết thúc, đã có kết quả, hoặc thuộc phiên khác. Lượt đó có thể đã hoàn tất: gửi lỗi lúc này sẽ làm hỏng kết quả ở dịch vụ.',
    },
    remedy: {
      en: 'Let the person begin again at your login button. Cookies must be allowed for this site.',
      vi: 'Cho người dùng bắt đầu lại từ nút đăng nhập. Trình duyệt phải cho phép cookie của trang này.',
    },
    specifications: ['OIDC Core, 3.1.2.3'],
    classes: ['SessionNotFound'],
  },
  server_error: {
    error: 'server_error',
    people: 'unexpected',
    says: 'there was a fault on our side, and it is in our log under the reference',
    cause: {
      en: 'A fault of this server. It is in the log under the reference.',
      vi: 'Lỗi của máy chủ này, đã được ghi trong nhật ký theo mã tham chiếu.',
    },
    remedy: {
      en: 'Try again once. If it stays, tell the operator the reference: `request_id`, the header `X-Request-Id`, or the end of `error_description`.',
      vi: 'Thử lại một lần. Nếu vẫn lỗi, báo mã tham chiếu cho đơn vị vận hành: `request_id`, header `X-Request-Id`, hoặc phần cuối `error_description`.',
    },
    specifications: ['RFC 6749, 4.1.2.1', 'RFC 9110, 15.6.1'],
    classes: ['Conflict', 'SealBroken', 'NoRuleInForce', 'PasswordHashUnreadable'],
  },
  temporarily_unavailable: {
    error: 'temporarily_unavailable',
    people: 'busy',
    says: 'a store does not answer; nothing was changed, try again after Retry-After',
    cause: {
      en: 'A store or the signing key cannot be reached for the moment. Nothing was changed.',
      vi: 'Tạm thời không truy cập được kho dữ liệu hoặc khóa ký. Chưa có gì thay đổi.',
    },
    remedy: {
      en: 'Repeat the same request after the seconds of `Retry-After`. A code that was not redeemed stays good until it ends.',
      vi: 'Gửi lại đúng yêu cầu đó sau số giây trong `Retry-After`. Mã chưa đổi vẫn dùng được cho đến khi hết hạn.',
    },
    specifications: ['RFC 6749, 4.1.2.1', 'RFC 9110, 15.6.4'],
    classes: ['TemporarilyUnavailable'],
  },
  store_unavailable: {
    error: 'store_unavailable',
    people: 'busy',
    cause: {
      en: 'A store, or a gateway for messages, cannot be reached for the moment, outside an OAuth endpoint. Nothing was changed.',
      vi: 'Tạm thời không truy cập được kho dữ liệu hoặc cổng gửi tin nhắn, ngoài các địa chỉ OAuth. Chưa có gì thay đổi.',
    },
    remedy: {
      en: 'Repeat the request after the seconds of `Retry-After`.',
      vi: 'Gửi lại yêu cầu sau số giây trong `Retry-After`.',
    },
    specifications: ['RFC 9110, 15.6.4'],
    classes: ['StoreUnavailable', 'MessageNotSent'],
  },
};
