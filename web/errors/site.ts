import type { ErrorTable } from './entry.ts';

/** What any request can meet, whichever address it is for. */
export const SITE: ErrorTable = {
  bad_request: {
    error: 'bad_request',
    people: 'bad-request',
    cause: {
      en: 'The request is not one that a page or program of ours makes: a broken encoding, a zero character, a field twice, a header out of shape.',
      vi: 'Yêu cầu không giống yêu cầu do trang hay chương trình của chúng tôi tạo: mã hóa hỏng, ký tự rỗng, trường lặp lại, header sai dạng.',
    },
    remedy: {
      en: 'Encode as UTF-8 and percent-encode once. Do not build addresses by joining texts.',
      vi: 'Mã hóa UTF-8 và percent-encode đúng một lần. Không ghép chuỗi thủ công để tạo địa chỉ.',
    },
    specifications: ['RFC 9110, 15.5.1'],
    classes: ['BadInput'],
  },
  payload_too_large: {
    error: 'payload_too_large',
    people: 'bad-request',
    cause: {
      en: 'The body is larger than anything that is needed here.',
      vi: 'Thân yêu cầu lớn hơn mức cần thiết.',
    },
    remedy: {
      en: 'Send what the endpoint asks for and nothing else.',
      vi: 'Chỉ gửi những gì địa chỉ này yêu cầu.',
    },
    specifications: ['RFC 9110, 15.5.14'],
  },
  unsupported_media_type: {
    error: 'unsupported_media_type',
    people: 'bad-request',
    parameter: 'Content-Type',
    cause: {
      en: 'The body is of a type that is not taken at this address.',
      vi: 'Kiểu nội dung không được nhận tại địa chỉ này.',
    },
    remedy: {
      en: 'Send `application/x-www-form-urlencoded`; JSON belongs to `/register` only.',
      vi: 'Gửi `application/x-www-form-urlencoded`; JSON chỉ dùng cho `/register`.',
    },
    specifications: ['RFC 9110, 15.5.16'],
  },
  'request.content_type': {
    error: 'invalid_request',
    people: 'service-request',
    parameter: 'Content-Type',
    cause: {
      en: 'The body is of another type than this endpoint takes.',
      vi: 'Kiểu nội dung khác với kiểu mà địa chỉ này nhận.',
    },
    remedy: {
      en: 'Send the type that `error_description` names: form-encoded parameters everywhere, JSON at `/register`.',
      vi: 'Gửi đúng kiểu nêu trong `error_description`: tham số mã hóa form ở mọi nơi, JSON tại `/register`.',
    },
    specifications: ['RFC 6749, 3.2', 'RFC 7591, 3.1'],
    when: [/content-type bodies are supported on /],
  },
  'request.origin': {
    error: 'invalid_request',
    people: 'service-request',
    parameter: 'Origin',
    says: 'this origin may not call this endpoint for this client',
    cause: {
      en: 'A script of a page called the endpoint, from an origin that is none of the client’s redirect addresses.',
      vi: 'Mã chạy trong trang web gọi địa chỉ này từ một origin không thuộc các địa chỉ chuyển hướng của dịch vụ.',
    },
    remedy: {
      en: 'Register a redirect address on that origin. Confidential clients call from their server, not from a page.',
      vi: 'Đăng ký địa chỉ chuyển hướng trên origin đó. Dịch vụ có bí mật phải gọi từ máy chủ, không gọi từ trang web.',
    },
    specifications: ['RFC 9700, 2.6'],
    when: [/^origin .+ not allowed for client: /],
  },
  forged_request: {
    error: 'forged_request',
    people: 'untrusted-form',
    cause: {
      en: 'A form was posted from another site, without its token, or without cookies.',
      vi: 'Biểu mẫu được gửi từ trang khác, không kèm mã bảo vệ, hoặc không có cookie.',
    },
    remedy: {
      en: 'Send people to `/authorize` by a redirect; do not post to our pages, and do not show them in a frame.',
      vi: 'Chuyển người dùng tới `/authorize` bằng chuyển hướng; không gửi biểu mẫu tới trang của chúng tôi và không nhúng trong khung.',
    },
    specifications: ['RFC 6749, 10.12', 'RFC 6749, 10.13'],
  },
  csrf: {
    error: 'invalid_request',
    people: 'untrusted-form',
    parameter: 'xsrf',
    cause: {
      en: 'The logout page was answered without the token it held, or belongs to another session.',
      vi: 'Trang đăng xuất được gửi không kèm mã bảo vệ, hoặc thuộc phiên khác.',
    },
    remedy: {
      en: 'Send people to `/logout` by a redirect, and let them press the button.',
      vi: 'Chuyển người dùng tới `/logout` bằng chuyển hướng và để họ tự bấm nút.',
    },
    specifications: ['OIDC Logout, 6'],
    when: [
      'xsrf token invalid',
      'could not find logout details',
      'could not find device form details',
    ],
  },
  not_found: {
    error: 'not_found',
    people: 'not-found',
    cause: {
      en: 'There is nothing at this address, or not for this method. Addresses are written in lower case and without a slash at the end.',
      vi: 'Không có gì tại địa chỉ này, hoặc không nhận phương thức này. Địa chỉ viết thường và không có dấu gạch chéo cuối.',
    },
    remedy: {
      en: 'Take addresses from the discovery document, `/.well-known/openid-configuration`.',
      vi: 'Lấy địa chỉ từ tài liệu discovery, `/.well-known/openid-configuration`.',
    },
    specifications: ['RFC 9110, 15.5.5'],
  },
  method_not_allowed: {
    error: 'method_not_allowed',
    people: 'bad-request',
    cause: {
      en: 'The address is right and the method is not.',
      vi: 'Địa chỉ đúng nhưng phương thức không đúng.',
    },
    remedy: {
      en: 'Use one that the header `Allow` names.',
      vi: 'Dùng phương thức nêu trong header `Allow`.',
    },
    specifications: ['RFC 9110, 15.5.6'],
  },
  misdirected_request: {
    error: 'misdirected_request',
    people: 'not-found',
    parameter: 'Host, Forwarded, X-Forwarded-Host, X-Forwarded-Proto',
    cause: {
      en: 'The request is for another host than the issuer’s: its `Host`, or what a proxy says it was, is a foreign one.',
      vi: 'Yêu cầu dành cho máy chủ khác với issuer: `Host`, hoặc thông tin do proxy chuyển tiếp, không khớp.',
    },
    remedy: {
      en: 'Call the issuer by its own name. A proxy in front must pass the original host on, and `TRUSTED_PROXY_HOPS` must say how many there are.',
      vi: 'Gọi issuer bằng đúng tên của nó. Proxy phía trước phải giữ nguyên host gốc, và `TRUSTED_PROXY_HOPS` phải khai báo số proxy.',
    },
    specifications: ['RFC 9110, 15.5.20', 'RFC 7239, 4'],
  },
  too_many_requests: {
    error: 'too_many_requests',
    people: 'too-many',
    cause: {
      en: 'Too many requests in a short time.',
      vi: 'Quá nhiều yêu cầu trong thời gian ngắn.',
    },
    remedy: {
      en: 'Wait as long as the header `Retry-After` says.',
      vi: 'Đợi theo thời gian nêu trong header `Retry-After`.',
    },
    specifications: ['RFC 6585, 4'],
  },
};
