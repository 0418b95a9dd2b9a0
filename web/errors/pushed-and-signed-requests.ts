import type { ErrorTable } from './entry.ts';
import { AUTHORIZE, PUSHED, REQUEST_OBJECT } from './examples.ts';

/** Requests that came by another way than the address: pushed (RFC 9126) or signed (RFC 9101). */
export const PUSHED_AND_SIGNED_REQUESTS: ErrorTable = {
  invalid_request_uri: {
    error: 'invalid_request_uri',
    people: 'expired',
    parameter: 'request_uri',
    says: 'request_uri is unknown, has expired, or was used before; push the request again',
    cause: {
      en: 'The `request_uri` is none that `/par` has given, is older than a minute, belongs to another client, or has led to an answer already. Going back in the browser and loading the address again does that.',
      vi: '`request_uri` không phải do `/par` cấp, đã quá một phút, thuộc về dịch vụ khác, hoặc đã được dùng xong. Điều này xảy ra khi người dùng quay lại và tải lại địa chỉ cũ.',
    },
    remedy: {
      en: 'Push a request for each login, just before the redirect to `/authorize`, and begin anew when the person comes back to an old address.',
      vi: 'Với mỗi lượt đăng nhập, hãy gửi yêu cầu mới tới `/par` ngay trước khi chuyển hướng tới `/authorize`, và bắt đầu lại khi người dùng quay về địa chỉ cũ.',
    },
    example: PUSHED,
    specifications: ['RFC 9126, 2.2', 'RFC 9126, 4'],
    classes: ['InvalidRequestUri'],
  },
  'par.required': {
    error: 'invalid_request',
    people: 'service-request',
    parameter: 'request_uri',
    says: 'this client must push its authorization requests to /par',
    cause: {
      en: 'The client’s tier, or its own registration, demands pushed authorization requests, and the parameters stood in the address.',
      vi: 'Nhóm của dịch vụ, hoặc chính đăng ký của dịch vụ, đòi hỏi yêu cầu phải gửi qua `/par`, nhưng tham số lại nằm trong địa chỉ.',
    },
    remedy: {
      en: 'Post the parameters to `/par` with client authentication, and redirect with `client_id` and the `request_uri` you get.',
      vi: 'Gửi tham số tới `/par` kèm xác thực dịch vụ, rồi chuyển hướng với `client_id` và `request_uri` nhận được.',
    },
    example: PUSHED,
    specifications: ['RFC 9126, 5', 'RFC 9126, 2'],
    when: ['Pushed Authorization Request must be used'],
  },
  request_uri_not_supported: {
    error: 'request_uri_not_supported',
    people: 'service-request',
    parameter: 'request_uri',
    says: 'request_uri is taken only as /par gave it',
    cause: {
      en: 'The request points at a document of the relying party. Such documents are not fetched here.',
      vi: 'Yêu cầu trỏ tới một tài liệu của dịch vụ. SenID không tải các tài liệu như vậy.',
    },
    remedy: {
      en: 'Push the request to `/par`, or send the request object by value in `request`.',
      vi: 'Gửi yêu cầu qua `/par`, hoặc gửi trực tiếp request object trong `request`.',
    },
    example: PUSHED,
    specifications: ['OIDC Core, 6.2', 'RFC 9126, 2.2'],
    classes: ['RequestUriNotSupported'],
  },
  request_not_supported: {
    error: 'request_not_supported',
    people: 'service-request',
    parameter: 'request',
    says: 'request objects are not supported here',
    cause: {
      en: 'The request holds a request object, and this endpoint takes none.',
      vi: 'Yêu cầu chứa request object, nhưng địa chỉ này không nhận.',
    },
    remedy: {
      en: 'Send the parameters one by one.',
      vi: 'Gửi từng tham số riêng lẻ.',
    },
    example: AUTHORIZE,
    specifications: ['OIDC Core, 3.1.2.6'],
    classes: ['RequestNotSupported'],
  },
  registration_not_supported: {
    error: 'registration_not_supported',
    people: 'service-request',
    parameter: 'registration',
    says: 'the registration parameter is not supported; register at /register',
    cause: {
      en: 'The request brings its own client metadata, which self-issued providers take and this one does not.',
      vi: 'Yêu cầu mang theo thông tin đăng ký dịch vụ; SenID không nhận thông tin này trong yêu cầu.',
    },
    remedy: {
      en: 'Register the client once at `/register`.',
      vi: 'Đăng ký dịch vụ một lần tại `/register`.',
    },
    specifications: ['OIDC Core, 7.2.1'],
    classes: ['RegistrationNotSupported'],
  },
  invalid_request_object: {
    error: 'invalid_request_object',
    people: 'service-request',
    parameter: 'request',
    cause: {
      en: 'The request object breaks a rule that has no page of its own here. `error_description` names it.',
      vi: 'Request object vi phạm một quy tắc chưa có trang riêng tại đây. `error_description` nêu rõ.',
    },
    remedy: {
      en: 'Compare header and claims with the example.',
      vi: 'So sánh phần đầu và các claim với ví dụ.',
    },
    example: REQUEST_OBJECT,
    specifications: ['RFC 9101, 4', 'RFC 9101, 6.3'],
    classes: ['InvalidRequestObject'],
  },
  'request_object.required': {
    error: 'invalid_request',
    people: 'service-request',
    parameter: 'request',
    says: 'this client must send a signed request object',
    cause: {
      en: 'The client’s tier, or its own registration, demands signed request objects, and there was none.',
      vi: 'Nhóm của dịch vụ, hoặc chính đăng ký của dịch vụ, đòi hỏi request object có chữ ký, nhưng yêu cầu không có.',
    },
    remedy: {
      en: 'Sign the parameters as a JWT and send it as `request`, best to `/par`.',
      vi: 'Ký các tham số thành một JWT và gửi trong `request`, tốt nhất là qua `/par`.',
    },
    example: REQUEST_OBJECT,
    specifications: ['RFC 9101, 10.5', 'RFC 9101, 4'],
    when: ['Request Object must be used by this client'],
  },
  'request_object.with_request_uri': {
    error: 'invalid_request',
    people: 'service-request',
    parameter: 'request, request_uri',
    says: 'request and request_uri cannot be sent together',
    cause: {
      en: 'The request holds both parameters, and they could say different things.',
      vi: 'Yêu cầu chứa cả hai tham số, và chúng có thể mâu thuẫn nhau.',
    },
    remedy: { en: 'Send one of them.', vi: 'Chỉ gửi một trong hai.' },
    specifications: ['RFC 9101, 5'],
    when: ['request and request_uri parameters MUST NOT be used together'],
  },
  'request_object.unreadable': {
    error: 'invalid_request_object',
    people: 'service-request',
    parameter: 'request',
    cause: {
      en: 'What was sent in `request` is not a JWT, or could not be decrypted.',
      vi: 'Nội dung trong `request` không phải là JWT, hoặc không giải mã được.',
    },
    remedy: {
      en: 'Send the compact form: base64url parts with dots between them. Encrypt for a key of our `jwks_uri` whose `use` is `enc`.',
      vi: 'Gửi dạng rút gọn: các phần base64url ngăn cách bằng dấu chấm. Nếu mã hóa, hãy dùng khóa trong `jwks_uri` có `use` là `enc`.',
    },
    example: REQUEST_OBJECT,
    specifications: ['RFC 9101, 4', 'RFC 9101, 6.1'],
    when: ['could not parse Request Object', 'could not decrypt request object'],
  },
};
