import type { ErrorTable } from './entry.ts';

/** Which API a token is for, and what it may do there. */
export const RESOURCES: ErrorTable = {
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
