import type { ErrorTable } from './entry.ts';
import { AUTHORIZE, BEARER, REFRESH } from './examples.ts';

const CLAIMS = `claims={"id_token":{"acr":{"essential":true,"value":"urn:senid:loa:substantial"}},
        "userinfo":{"name":null,"birthdate":{"essential":true}}}`;

/** Asking for data and for assurance. */
export const CLAIMS_AND_SCOPES: ErrorTable = {
  'claims.malformed': {
    error: 'invalid_request',
    people: 'service-request',
    parameter: 'claims',
    cause: {
      en: '`claims` is not a JSON object with the members `id_token` and `userinfo`, or one of their members is neither `null` nor an object.',
      vi: '`claims` không phải là một đối tượng JSON có `id_token` và `userinfo`, hoặc một phần tử bên trong không phải là `null` hay đối tượng.',
    },
    remedy: {
      en: 'Make it with `JSON.stringify` and encode it once for the address.',
      vi: 'Tạo bằng `JSON.stringify` rồi mã hóa một lần cho địa chỉ.',
    },
    example: CLAIMS,
    specifications: ['OIDC Core, 5.5'],
    when: [
      'claims parameter is malformed',
      'could not parse the claims parameter JSON',
      /^claims parameter should /,
      /^claims\.(userinfo|id_token) should /,
      /^claims\..+ members must be null or objects$/,
      'claims parameter is nested too deeply',
    ],
  },
  'claims.acr_malformed': {
    error: 'invalid_request',
    people: 'service-request',
    parameter: 'claims',
    cause: {
      en: '`acr` in `claims.id_token` has neither a text in `value` nor a list of texts in `values`, or has both.',
      vi: '`acr` trong `claims.id_token` không có chuỗi ở `value`, cũng không có danh sách chuỗi ở `values`, hoặc có cả hai.',
    },
    remedy: {
      en: 'Send one of them. The first value of a list that can be reached wins.',
      vi: 'Chỉ gửi một trong hai. Với danh sách, giá trị đầu tiên có thể đạt được sẽ được chọn.',
    },
    example: CLAIMS,
    specifications: ['OIDC Core, 5.5.1.1'],
    when: [/claims\.id_token\.acr/, /^the acr (values )?of the claims parameter /],
  },
  'claims.purpose': {
    error: 'invalid_request',
    people: 'service-request',
    parameter: 'claims',
    cause: {
      en: 'A `purpose` is not a text of 3 to 300 characters. It is shown to the person, so it must be one they can read.',
      vi: 'Một `purpose` không phải là văn bản dài 3 đến 300 ký tự. Mục đích được hiển thị cho người dùng nên phải đọc được.',
    },
    remedy: {
      en: 'Say in one sentence what the data is for, or leave `purpose` out.',
      vi: 'Nêu trong một câu dữ liệu được dùng để làm gì, hoặc bỏ `purpose`.',
    },
    specifications: ['OIDC Identity Assurance, 6.1'],
    when: [/ has a purpose that is not a text of 3 to 300 characters$/],
  },
  invalid_scope: {
    error: 'invalid_scope',
    people: 'service-request',
    parameter: 'scope',
    cause: {
      en: 'A scope is unknown, or this client is not entitled to it.',
      vi: 'Một phạm vi (scope) không tồn tại, hoặc dịch vụ không được phép dùng.',
    },
    remedy: {
      en: 'Take scopes from `scopes_supported` of the discovery document. What holds identification numbers must be granted to the client by the operator.',
      vi: 'Chọn scope trong `scopes_supported` của tài liệu discovery. Scope chứa số định danh phải được đơn vị vận hành cấp cho dịch vụ.',
    },
    example: AUTHORIZE,
    specifications: ['RFC 6749, 3.3', 'OIDC Core, 5.4'],
    classes: ['InvalidScope'],
  },
  'scope.characters': {
    error: 'invalid_scope',
    alsoAs: ['invalid_request'],
    people: 'service-request',
    parameter: 'scope',
    cause: {
      en: 'The parameter holds a character that scopes cannot have.',
      vi: 'Tham số chứa ký tự không được phép trong scope.',
    },
    remedy: {
      en: 'Separate scopes by one space (`%20` or `+` in an address), never by commas.',
      vi: 'Ngăn cách các scope bằng một dấu cách (`%20` hoặc `+` trong địa chỉ), không dùng dấu phẩy.',
    },
    specifications: ['RFC 6749, 3.3'],
    when: ['scope contains invalid characters'],
  },
  'scope.openid_missing': {
    error: 'invalid_request',
    people: 'service-request',
    parameter: 'scope',
    cause: {
      en: 'The request uses something of OpenID Connect without the scope `openid`.',
      vi: 'Yêu cầu dùng tính năng của OpenID Connect nhưng không có scope `openid`.',
    },
    remedy: { en: 'Add `openid` to `scope`.', vi: 'Thêm `openid` vào `scope`.' },
    example: AUTHORIZE,
    specifications: ['OIDC Core, 3.1.2.1'],
    when: [/^openid scope must be requested/],
  },
  'scope.more_than_granted': {
    error: 'invalid_scope',
    people: 'service-request',
    parameter: 'scope',
    cause: {
      en: 'The refresh asks for a scope that the person never agreed to.',
      vi: 'Yêu cầu làm mới xin một scope mà người dùng chưa từng đồng ý.',
    },
    remedy: {
      en: 'Leave `scope` out to get what was granted, or send the person through `/authorize` to be asked for more.',
      vi: 'Bỏ `scope` để nhận đúng phần đã được đồng ý, hoặc đưa người dùng qua `/authorize` để xin thêm.',
    },
    example: REFRESH,
    specifications: ['RFC 6749, 6'],
    when: [/^refresh token missing requested /],
  },
  insufficient_scope: {
    error: 'insufficient_scope',
    people: 'service-request',
    parameter: 'Authorization',
    cause: {
      en: 'The access token was issued without a scope that this address needs. `scope` in the answer names it.',
      vi: 'Access token được cấp không kèm scope mà địa chỉ này cần. `scope` trong câu trả lời nêu tên scope đó.',
    },
    remedy: {
      en: 'Ask for the scope at `/authorize`. `/userinfo` needs a token with `openid`.',
      vi: 'Xin scope đó tại `/authorize`. `/userinfo` cần token có `openid`.',
    },
    example: BEARER,
    specifications: ['RFC 6750, 3.1', 'OIDC Core, 5.3.3'],
    classes: ['InsufficientScope'],
  },
};
