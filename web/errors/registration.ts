import type { ErrorTable } from './entry.ts';
import { REGISTER } from './examples.ts';

/** Registering a client and keeping its registration (RFC 7591, RFC 7592). */
export const REGISTRATION: ErrorTable = {
  invalid_client_metadata: {
    error: 'invalid_client_metadata',
    people: 'service-request',
    parameter: 'named in error_description',
    cause: {
      en: 'A member of the metadata has a value that is not allowed, alone or together with another. `error_description` begins with its name.',
      vi: 'Một mục trong thông tin đăng ký có giá trị không được phép, tự nó hoặc khi đi cùng mục khác. `error_description` bắt đầu bằng tên mục đó.',
    },
    remedy: {
      en: 'Start from the example and add one member at a time. Algorithms and methods are those of the discovery document.',
      vi: 'Bắt đầu từ ví dụ và thêm từng mục một. Thuật toán và phương thức lấy trong tài liệu discovery.',
    },
    example: REGISTER,
    specifications: ['RFC 7591, 2', 'RFC 7591, 3.2.2', 'OIDC Registration, 2'],
    classes: ['InvalidClientMetadata'],
  },
  'client_metadata.tier': {
    error: 'invalid_client_metadata',
    people: 'service-request',
    parameter: 'tier',
    cause: {
      en: 'A member is not allowed in the tier of this client. `error_description` names the member, what was given, and what the tier allows.',
      vi: 'Một mục không được phép trong nhóm (tier) của dịch vụ. `error_description` nêu tên mục, giá trị đã gửi và giá trị được phép.',
    },
    remedy: {
      en: 'Change the member, or register in another tier. A tier is chosen once, or comes with the initial access token.',
      vi: 'Sửa mục đó, hoặc đăng ký ở nhóm khác. Nhóm được chọn một lần, hoặc do initial access token quyết định.',
    },
    specifications: ['RFC 7591, 3.2.2'],
    when: [/, where the tier .+ allows /, /^tier (must be one of|is) /],
  },
  egress_failed: {
    error: 'invalid_client_metadata',
    people: 'service-request',
    parameter: 'jwks_uri, sector_identifier_uri',
    says: 'an address of the client metadata could not be fetched',
    cause: {
      en: 'A document the client registered by its address could not be fetched: not `https`, not a public address, too slow, too large, redirected too often, or not answered with 200. Which of these is not said.',
      vi: 'Không tải được một tài liệu mà dịch vụ đăng ký bằng địa chỉ: không dùng `https`, không phải địa chỉ công khai, quá chậm, quá lớn, chuyển hướng quá nhiều, hoặc không trả về 200. SenID không nói rõ là lý do nào.',
    },
    remedy: {
      en: 'Fetch the address from outside your network, without cookies and credentials. Or register `jwks` instead of `jwks_uri`.',
      vi: 'Thử tải địa chỉ đó từ ngoài mạng của bạn, không kèm cookie hay thông tin xác thực. Hoặc đăng ký `jwks` thay cho `jwks_uri`.',
    },
    specifications: ['RFC 7591, 2', 'RFC 7591, 5'],
    classes: ['EgressFailed'],
    when: ['the address could not be fetched'],
  },
  'client_metadata.keys': {
    error: 'invalid_client_metadata',
    people: 'service-request',
    parameter: 'jwks, jwks_uri',
    cause: {
      en: 'The keys are absent, given twice, cannot be fetched, or are no JWK set of public keys.',
      vi: 'Khóa bị thiếu, khai báo hai lần, không tải được, hoặc không phải tập JWK gồm khóa công khai.',
    },
    remedy: {
      en: 'Register either `jwks` or `jwks_uri`. The address must be public, `https`, answer with JSON in a few seconds, and hold public keys only.',
      vi: 'Đăng ký `jwks` hoặc `jwks_uri`. Địa chỉ phải công khai, dùng `https`, trả về JSON trong vài giây, và chỉ chứa khóa công khai.',
    },
    specifications: ['RFC 7591, 2', 'RFC 7517, 5'],
    when: [
      /^client JSON Web Key Set /,
      'jwks and jwks_uri must not be used at the same time',
      'jwks or jwks_uri is mandatory for this client',
      /^no suitable encryption key found /,
    ],
  },
  'client_metadata.sector': {
    error: 'invalid_client_metadata',
    people: 'service-request',
    parameter: 'sector_identifier_uri, redirect_uris',
    cause: {
      en: 'People get another `sub` at each sector. With redirect addresses on several hosts nobody can tell which sector it is, or the document that says so could not be read.',
      vi: 'Mỗi lĩnh vực (sector) nhận một `sub` khác nhau. Khi địa chỉ chuyển hướng nằm trên nhiều máy chủ thì không xác định được sector, hoặc không đọc được tài liệu nêu sector.',
    },
    remedy: {
      en: 'Use one host, or publish a JSON array of all redirect addresses over `https` and register it as `sector_identifier_uri`.',
      vi: 'Dùng một máy chủ, hoặc công bố mảng JSON gồm mọi địa chỉ chuyển hướng qua `https` và đăng ký ở `sector_identifier_uri`.',
    },
    specifications: ['OIDC Core, 8.1', 'OIDC Registration, 5'],
    when: [/sector[_ ]identifier/, /^pairwise .+ clients must utilize /],
  },
  'registration.not_changeable': {
    error: 'invalid_client_metadata',
    alsoAs: ['invalid_request'],
    people: 'service-request',
    cause: {
      en: 'This client may not be read, changed or removed through registration: it is managed by the operator.',
      vi: 'Dịch vụ này không thể xem, thay đổi hay xóa qua đăng ký: đơn vị vận hành quản lý nó.',
    },
    remedy: {
      en: 'Ask the operator of this SenID.',
      vi: 'Liên hệ đơn vị vận hành SenID này.',
    },
    specifications: ['RFC 7592, 2'],
    when: [
      'this client is not changed through registration',
      /^client does not have permission to (read|update|delete) its record$/,
    ],
  },
  'registration.update_body': {
    error: 'invalid_request',
    people: 'service-request',
    parameter: 'client_id, client_secret',
    cause: {
      en: 'An update replaces the whole registration. The body must hold the same `client_id` (and `client_secret`, if any) and none of the members the server sets.',
      vi: 'Cập nhật sẽ thay thế toàn bộ đăng ký. Thân yêu cầu phải có đúng `client_id` (và `client_secret` nếu có) và không chứa các mục do máy chủ đặt.',
    },
    remedy: {
      en: 'Read the registration, change what you want, leave out `registration_access_token`, `registration_client_uri`, `client_secret_expires_at` and `client_id_issued_at`, and put it back.',
      vi: 'Đọc đăng ký, sửa phần cần thiết, bỏ `registration_access_token`, `registration_client_uri`, `client_secret_expires_at` và `client_id_issued_at`, rồi gửi lại.',
    },
    specifications: ['RFC 7592, 2.2'],
    when: [
      /^request MUST NOT include the .+ field$/,
      "provided client_id does not match the authenticated client's one",
      "provided client_secret does not match the authenticated client's one",
    ],
  },
  'registration.token': {
    error: 'invalid_token',
    people: 'service-request',
    parameter: 'Authorization',
    says: 'the initial or registration access token is wrong, used up, or of another client',
    cause: {
      en: 'The token that opens `/register`, or the one that opens this client’s registration, is not the right one. A registration access token is replaced at each update.',
      vi: 'Token để mở `/register`, hoặc token để mở đăng ký của dịch vụ này, không đúng. Registration access token được thay mới sau mỗi lần cập nhật.',
    },
    remedy: {
      en: 'Keep the newest `registration_access_token` of every answer, and send it as `Authorization: Bearer …`.',
      vi: 'Luôn lưu `registration_access_token` mới nhất và gửi dưới dạng `Authorization: Bearer …`.',
    },
    specifications: ['RFC 7591, 3', 'RFC 7592, 2'],
    when: [
      'registration access token not found',
      'initial access token not found',
      'invalid initial access token value',
      'all its uses are spent',
      'another update with this token is under way',
      'an initial access token is needed here',
      'client mismatch',
    ],
  },
  invalid_software_statement: {
    error: 'invalid_software_statement',
    people: 'service-request',
    parameter: 'software_statement',
    says: 'software statements are not taken here',
    cause: {
      en: 'The registration brings a software statement, and none are taken here.',
      vi: 'Yêu cầu đăng ký kèm software statement, nhưng SenID không nhận.',
    },
    remedy: { en: 'Leave the member out.', vi: 'Bỏ mục này.' },
    specifications: ['RFC 7591, 2.3'],
    classes: ['InvalidSoftwareStatement'],
  },
  unapproved_software_statement: {
    error: 'unapproved_software_statement',
    people: 'service-request',
    parameter: 'software_statement',
    says: 'software statements are not taken here',
    cause: {
      en: 'The software statement is of somebody who is not trusted here.',
      vi: 'Software statement do một bên không được tin cậy cấp.',
    },
    remedy: { en: 'Leave the member out.', vi: 'Bỏ mục này.' },
    specifications: ['RFC 7591, 2.3'],
    classes: ['UnapprovedSoftwareStatement'],
  },
  'request.body_unreadable': {
    error: 'invalid_request',
    people: 'service-request',
    parameter: 'Content-Type',
    cause: {
      en: 'The body could not be read: malformed, cut off, of another length than announced, or larger than 56 KiB.',
      vi: 'Không đọc được thân yêu cầu: sai định dạng, bị cắt, độ dài khác với khai báo, hoặc lớn hơn 56 KiB.',
    },
    remedy: {
      en: 'Send a JSON object to `/register`, and form-encoded parameters to every other endpoint, in UTF-8.',
      vi: 'Gửi đối tượng JSON tới `/register` và tham số mã hóa form tới các địa chỉ khác, bằng UTF-8.',
    },
    example: REGISTER,
    specifications: ['RFC 7591, 3.1', 'RFC 6749, 3.2'],
    when: ['failed to parse the request body'],
  },
};
