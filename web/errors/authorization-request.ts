import type { ErrorTable } from './entry.ts';
import { AUTHORIZE } from './examples.ts';

/** What can be wrong with the parameters of an authorization request, whichever way it came. */
export const AUTHORIZATION_REQUEST: ErrorTable = {
  invalid_request: {
    error: 'invalid_request',
    people: 'service-request',
    cause: {
      en: 'The request breaks a rule of the protocol that has no page of its own here. `error_description` names the rule.',
      vi: 'Yêu cầu vi phạm một quy tắc của giao thức chưa có trang riêng tại đây. `error_description` nêu rõ quy tắc đó.',
    },
    remedy: {
      en: 'Compare the request with the example, parameter by parameter. Let a certified OpenID Connect library build it rather than your own code.',
      vi: 'So sánh từng tham số của yêu cầu với ví dụ. Nên dùng một thư viện OpenID Connect đã được chứng nhận thay vì tự viết.',
    },
    example: AUTHORIZE,
    specifications: ['RFC 6749, 4.1.2.1', 'RFC 6749, 5.2', 'OIDC Core, 3.1.2.1'],
    classes: ['InvalidRequest'],
  },
  'request.parameter_missing': {
    error: 'invalid_request',
    people: 'service-request',
    parameter: 'named in error_description',
    cause: {
      en: 'A parameter that this endpoint needs is absent or empty.',
      vi: 'Thiếu một tham số mà địa chỉ này bắt buộc phải có, hoặc tham số đó để trống.',
    },
    remedy: {
      en: 'Send it. At `/token`, `/par`, `/introspect` and `/revoke` parameters belong in a body of the type `application/x-www-form-urlencoded`, not in the address.',
      vi: 'Gửi kèm tham số đó. Tại `/token`, `/par`, `/introspect` và `/revoke`, tham số nằm trong thân yêu cầu kiểu `application/x-www-form-urlencoded`, không nằm trong địa chỉ.',
    },
    example: AUTHORIZE,
    specifications: ['RFC 6749, 4.1.1', 'RFC 6749, 4.1.3'],
    when: [/^missing required parameters? /],
  },
  'request.parameter_repeated': {
    error: 'invalid_request',
    people: 'service-request',
    parameter: 'named in error_description',
    cause: {
      en: 'A parameter stands in the request more than once. Which of the values was meant cannot be known.',
      vi: 'Một tham số xuất hiện nhiều lần trong yêu cầu, nên không thể biết giá trị nào là đúng.',
    },
    remedy: {
      en: 'Send each parameter once. Look for a proxy or a form that adds what is already in the address.',
      vi: 'Chỉ gửi mỗi tham số một lần. Kiểm tra xem có proxy hoặc biểu mẫu nào thêm lại tham số đã có trong địa chỉ không.',
    },
    specifications: ['RFC 6749, 3.1', 'RFC 6749, 3.2'],
    when: [/must not be provided twice$/],
  },
  'response_type.not_allowed': {
    error: 'invalid_request',
    people: 'service-request',
    parameter: 'response_type',
    cause: {
      en: 'The client is not registered for this `response_type`.',
      vi: 'Dịch vụ không đăng ký sử dụng `response_type` này.',
    },
    remedy: {
      en: 'Send `response_type=code`. It is the only one there is here.',
      vi: 'Gửi `response_type=code`. Đây là giá trị duy nhất được hỗ trợ.',
    },
    example: AUTHORIZE,
    specifications: ['RFC 6749, 3.1.1'],
    when: ['requested response_type is not allowed for this client'],
  },
  unsupported_response_type: {
    error: 'unsupported_response_type',
    people: 'service-request',
    parameter: 'response_type',
    says: 'the only response_type there is here is code',
    cause: {
      en: 'The request asks for something else than a code. The implicit and hybrid flows exist for nobody: they put tokens into addresses.',
      vi: 'Yêu cầu không xin mã ủy quyền (code). Luồng implicit và hybrid không được hỗ trợ vì chúng đặt token vào địa chỉ.',
    },
    remedy: {
      en: 'Send `response_type=code` with PKCE, and fetch tokens from `/token`.',
      vi: 'Gửi `response_type=code` cùng PKCE, rồi lấy token tại `/token`.',
    },
    example: AUTHORIZE,
    specifications: ['RFC 6749, 4.1.2.1', 'RFC 9700, 2.1.2'],
    classes: ['UnsupportedResponseType'],
  },
  unsupported_response_mode: {
    error: 'unsupported_response_mode',
    people: 'service-request',
    parameter: 'response_mode',
    cause: {
      en: 'The value is not in `response_modes_supported` of the discovery document.',
      vi: 'Giá trị này không có trong `response_modes_supported` của tài liệu discovery.',
    },
    remedy: {
      en: 'Leave the parameter out: the answer then comes in the query, which is what a code needs. Otherwise take a mode from the discovery document.',
      vi: 'Bỏ tham số này: kết quả sẽ được trả về trong query, phù hợp với mã ủy quyền. Nếu cần cách khác, hãy chọn một giá trị trong tài liệu discovery.',
    },
    example: AUTHORIZE,
    specifications: ['OIDC Core, 3.1.2.1', 'JARM, 2.3'],
    classes: ['UnsupportedResponseMode'],
  },
  'response_mode.not_allowed': {
    error: 'invalid_request',
    people: 'service-request',
    parameter: 'response_mode',
    cause: {
      en: 'This client is not registered for the mode, or its tier demands another: who signs messages gets signed answers only (`jwt`).',
      vi: 'Dịch vụ không đăng ký chế độ này, hoặc nhóm của dịch vụ đòi hỏi chế độ khác: dịch vụ ký thông điệp chỉ nhận kết quả có chữ ký (`jwt`).',
    },
    remedy: {
      en: 'Send a mode from the `response_modes` the client is registered with, or none at all.',
      vi: 'Gửi một giá trị có trong `response_modes` đã đăng ký của dịch vụ, hoặc bỏ tham số này.',
    },
    specifications: ['JARM, 2.3'],
    when: [/^requested response_mode is not allowed/],
  },
  'prompt.unknown': {
    error: 'invalid_request',
    people: 'service-request',
    parameter: 'prompt',
    says: 'prompt has a value that prompt_values_supported does not name',
    cause: {
      en: '`prompt` holds a word that is not in `prompt_values_supported` of the discovery document.',
      vi: '`prompt` chứa một từ không có trong `prompt_values_supported` của tài liệu discovery.',
    },
    remedy: {
      en: 'Send `none`, `login`, `consent` or `select_account`, in lower case, with spaces between several.',
      vi: 'Gửi `none`, `login`, `consent` hoặc `select_account`, viết thường, cách nhau bằng dấu cách nếu có nhiều giá trị.',
    },
    specifications: ['OIDC Core, 3.1.2.1'],
    when: ['unsupported prompt value requested'],
  },
  'prompt.none_not_alone': {
    error: 'invalid_request',
    people: 'service-request',
    parameter: 'prompt',
    says: 'prompt=none cannot stand with other values, nor with max_age=0',
    cause: {
      en: '`prompt=none` says that nothing may be shown, and something else in `prompt` (or `max_age=0`) asks for a page.',
      vi: '`prompt=none` yêu cầu không hiển thị trang nào, nhưng một giá trị khác trong `prompt` (hoặc `max_age=0`) lại đòi hỏi phải hiển thị.',
    },
    remedy: {
      en: 'Send `none` alone for a silent check, and a second request without it when the answer is `login_required`.',
      vi: 'Chỉ gửi `none` khi kiểm tra ngầm; nếu nhận `login_required`, hãy gửi một yêu cầu khác không có `none`.',
    },
    specifications: ['OIDC Core, 3.1.2.1'],
    when: ['prompt none must only be used alone'],
  },
  'max_age.invalid': {
    error: 'invalid_request',
    people: 'service-request',
    parameter: 'max_age',
    says: 'max_age must be a whole number of seconds, 0 or more',
    cause: {
      en: '`max_age` is not a whole number of seconds, or is out of bounds.',
      vi: '`max_age` không phải là số giây nguyên, hoặc nằm ngoài giới hạn.',
    },
    remedy: {
      en: 'Send digits only, such as `max_age=300`. `max_age=0` asks for a new login now.',
      vi: 'Chỉ gửi chữ số, ví dụ `max_age=300`. `max_age=0` yêu cầu đăng nhập lại ngay.',
    },
    specifications: ['OIDC Core, 3.1.2.1'],
    when: ['invalid max_age parameter value', 'max_age must be a whole number of seconds'],
  },
};
