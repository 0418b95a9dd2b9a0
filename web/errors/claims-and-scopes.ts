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
    when: [/claims\.id_token\.acr/],
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
  invalid_target: {
    error: 'invalid_target',
    people: 'service-request',
    parameter: 'resource',
    says: 'resource is unknown, not granted, or missing',
    cause: {
      en: 'No resource server is known by this address, this client may not call it, or it was not part of the grant.',
      vi: 'Không có máy chủ tài nguyên nào ứng với địa chỉ này, dịch vụ không được gọi nó, hoặc nó không nằm trong phần đã được cấp.',
    },
    remedy: {
      en: 'Send the address exactly as the owner of the API registered it, at `/authorize` and again at `/token`.',
      vi: 'Gửi đúng địa chỉ mà chủ API đã đăng ký, ở cả `/authorize` và `/token`.',
    },
    specifications: ['RFC 8707, 2'],
    classes: ['InvalidTarget'],
  },
  'resource.malformed': {
    error: 'invalid_target',
    people: 'service-request',
    parameter: 'resource',
    cause: {
      en: '`resource` is not an absolute URI, or has a fragment (`#…`).',
      vi: '`resource` không phải là URI tuyệt đối, hoặc có phần `#…`.',
    },
    remedy: {
      en: 'Send an absolute address such as `https://api.example/accounts`.',
      vi: 'Gửi địa chỉ tuyệt đối, ví dụ `https://api.example/accounts`.',
    },
    specifications: ['RFC 8707, 2'],
    when: [/^resource indicator must (be an absolute URI|not contain a fragment component)$/],
  },
  'resource.several': {
    error: 'invalid_target',
    people: 'service-request',
    parameter: 'resource',
    cause: {
      en: 'One access token is for one resource server, and the request names several.',
      vi: 'Mỗi access token chỉ dành cho một máy chủ tài nguyên, nhưng yêu cầu nêu nhiều máy chủ.',
    },
    remedy: {
      en: 'Ask for several at `/authorize`, then fetch a token for each at `/token` by refreshing with one `resource` at a time.',
      vi: 'Xin nhiều resource tại `/authorize`, sau đó lấy từng token tại `/token`, mỗi lần làm mới chỉ gửi một `resource`.',
    },
    specifications: ['RFC 8707, 2.2'],
    when: [/^only a single (resource indicator|audience) value /],
  },
  invalid_authorization_details: {
    error: 'invalid_authorization_details',
    people: 'service-request',
    parameter: 'authorization_details',
    cause: {
      en: 'The parameter is not a JSON array of objects of a known `type`, or this client may not use the type.',
      vi: 'Tham số không phải là mảng JSON các đối tượng có `type` đã biết, hoặc dịch vụ không được dùng loại này.',
    },
    remedy: {
      en: 'Use types from `authorization_details_types_supported` of the discovery document; without that member leave the parameter out.',
      vi: 'Dùng các loại trong `authorization_details_types_supported` của tài liệu discovery; nếu không có mục này thì bỏ tham số.',
    },
    specifications: ['RFC 9396, 5'],
    classes: ['InvalidAuthorizationDetails'],
  },
};
