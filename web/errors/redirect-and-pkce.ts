import type { ErrorTable } from './entry.ts';
import { AUTHORIZE, CODE_FOR_TOKENS, REGISTER } from './examples.ts';

/** Where the answer goes, and the proof that who fetches the tokens is who asked. */
export const REDIRECT_AND_PKCE: ErrorTable = {
  invalid_redirect_uri: {
    error: 'invalid_redirect_uri',
    people: 'service-request',
    parameter: 'redirect_uris',
    cause: {
      en: 'An address in `redirect_uris` cannot be registered. `error_description` says what is wrong with it.',
      vi: 'Một địa chỉ trong `redirect_uris` không thể đăng ký. `error_description` nêu rõ lý do.',
    },
    remedy: {
      en: 'Register complete `https` addresses without a fragment. A native application may use its own scheme with a dot in it, or `http` on `127.0.0.1` and `[::1]`.',
      vi: 'Đăng ký địa chỉ `https` đầy đủ, không có phần `#…`. Ứng dụng cài trên máy có thể dùng scheme riêng có dấu chấm, hoặc `http` trên `127.0.0.1` và `[::1]`.',
    },
    example: REGISTER,
    specifications: ['RFC 7591, 3.2.2', 'RFC 8252, 7'],
    classes: ['InvalidRedirectUri'],
  },
  'redirect_uri.not_registered': {
    error: 'invalid_redirect_uri',
    alsoAs: ['invalid_request'],
    people: 'service-request',
    parameter: 'redirect_uri',
    says: 'redirect_uri is not one of the redirect_uris registered for this client; they are compared character by character',
    cause: {
      en: '`redirect_uri` differs from every registered address: another port, `http` for `https`, a slash at the end, a query, or letters in another case. Nothing is sent to an address that is not registered, so the person saw this error here.',
      vi: '`redirect_uri` khác với mọi địa chỉ đã đăng ký: khác cổng, `http` thay cho `https`, thừa dấu gạch chéo cuối, có query, hoặc khác chữ hoa chữ thường. Không có gì được gửi tới địa chỉ chưa đăng ký, nên người dùng thấy lỗi này tại đây.',
    },
    remedy: {
      en: 'Send one of the registered addresses exactly, or register this one.',
      vi: 'Gửi đúng một trong các địa chỉ đã đăng ký, hoặc đăng ký thêm địa chỉ này.',
    },
    example: AUTHORIZE,
    specifications: ['RFC 6749, 3.1.2.3', 'RFC 9700, 2.1', 'OIDC Core, 3.1.2.1'],
    when: ["redirect_uri did not match any of the client's registered redirect_uris"],
  },
  'pkce.missing': {
    error: 'invalid_request',
    people: 'service-request',
    parameter: 'code_challenge',
    says: 'code_challenge is missing: every authorization request must use PKCE with S256',
    cause: {
      en: 'The authorization request has no `code_challenge`. PKCE is required of every client, confidential ones too.',
      vi: 'Yêu cầu ủy quyền không có `code_challenge`. Mọi dịch vụ đều phải dùng PKCE, kể cả dịch vụ có bí mật riêng.',
    },
    remedy: {
      en: 'Make a random `code_verifier` of 43 to 128 characters for each request, send `code_challenge` = BASE64URL(SHA-256(verifier)) with `code_challenge_method=S256`, and keep the verifier for `/token`.',
      vi: 'Với mỗi yêu cầu, tạo `code_verifier` ngẫu nhiên dài 43 đến 128 ký tự, gửi `code_challenge` = BASE64URL(SHA-256(verifier)) cùng `code_challenge_method=S256`, và giữ verifier để dùng tại `/token`.',
    },
    example: AUTHORIZE,
    specifications: ['RFC 7636, 4.3', 'RFC 9700, 2.1.1'],
    when: [
      'Authorization Server policy requires PKCE to be used for this request',
      'code_challenge must be provided with code_challenge_method',
    ],
  },
  'pkce.method': {
    error: 'invalid_request',
    people: 'service-request',
    parameter: 'code_challenge_method',
    says: 'code_challenge_method must be S256',
    cause: {
      en: 'The method is absent, which means `plain`, or is something else than `S256`. `plain` exists for nobody.',
      vi: 'Thiếu phương thức (tức là `plain`) hoặc phương thức khác `S256`. `plain` không được hỗ trợ.',
    },
    remedy: {
      en: 'Send `code_challenge_method=S256`, in capital S.',
      vi: 'Gửi `code_challenge_method=S256`, chữ S viết hoa.',
    },
    example: AUTHORIZE,
    specifications: ['RFC 7636, 4.2', 'RFC 7636, 4.4.1'],
    when: [
      'code_challenge_method must be provided',
      'not supported value of code_challenge_method',
    ],
  },
  'pkce.malformed': {
    error: 'invalid_request',
    people: 'service-request',
    parameter: 'code_challenge, code_verifier',
    cause: {
      en: 'The value is shorter than 43 or longer than 128 characters, or holds others than letters, digits and `-._~`.',
      vi: 'Giá trị ngắn hơn 43 hoặc dài hơn 128 ký tự, hoặc chứa ký tự khác chữ cái, chữ số và `-._~`.',
    },
    remedy: {
      en: 'Encode with base64url without padding: 32 random bytes make a verifier of 43 characters, and so does a SHA-256 digest.',
      vi: 'Mã hóa base64url không có dấu `=`: 32 byte ngẫu nhiên cho verifier dài 43 ký tự, giá trị băm SHA-256 cũng vậy.',
    },
    specifications: ['RFC 7636, 4.1', 'RFC 7636, 4.2'],
    when: [/^code_(challenge|verifier) (must be a string with|contains invalid characters)/],
  },
  'pkce.verification_failed': {
    error: 'invalid_grant',
    people: 'service-request',
    parameter: 'code_verifier',
    says: 'code_verifier is missing, or does not belong to the code_challenge of the authorization request',
    cause: {
      en: 'The `code_verifier` at `/token` is absent, or its SHA-256 is not the `code_challenge` that was sent before.',
      vi: 'Thiếu `code_verifier` tại `/token`, hoặc SHA-256 của nó không khớp `code_challenge` đã gửi trước đó.',
    },
    remedy: {
      en: 'Keep the verifier with the session that began the login, and send that very one. Two logins begun in two tabs need one each.',
      vi: 'Lưu verifier cùng phiên đã bắt đầu đăng nhập và gửi đúng giá trị đó. Hai lượt đăng nhập ở hai thẻ trình duyệt cần hai verifier riêng.',
    },
    example: CODE_FOR_TOKENS,
    specifications: ['RFC 7636, 4.6'],
    when: [
      'code_verifier must be provided',
      'code_verifier does not match code_challenge',
      'unsupported code_challenge_method',
    ],
  },
};
