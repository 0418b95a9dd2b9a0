import type { ErrorTable } from './entry.ts';
import { PROOF } from './examples.ts';

/** Proofs of possession (RFC 9449). */
export const DPOP: ErrorTable = {
  invalid_dpop_proof: {
    error: 'invalid_dpop_proof',
    people: 'service-request',
    parameter: 'DPoP',
    cause: {
      en: 'The proof is not a JWT of the type `dpop+jwt` signed by the key in its own header, or a claim is missing.',
      vi: 'Bằng chứng không phải là JWT kiểu `dpop+jwt` được ký bằng khóa trong phần đầu của nó, hoặc thiếu claim.',
    },
    remedy: {
      en: 'Make one proof per request, as in the example. Only the public key belongs in the header.',
      vi: 'Tạo một bằng chứng cho mỗi yêu cầu, như ví dụ. Phần đầu chỉ chứa khóa công khai.',
    },
    example: PROOF,
    specifications: ['RFC 9449, 4.2', 'RFC 9449, 4.3'],
    classes: ['InvalidDpopProof'],
  },
  'dpop.other_request': {
    error: 'invalid_dpop_proof',
    people: 'service-request',
    parameter: 'DPoP',
    cause: {
      en: '`htm` or `htu` names another request than the one that carries the proof.',
      vi: '`htm` hoặc `htu` nêu yêu cầu khác với yêu cầu mang bằng chứng.',
    },
    remedy: {
      en: 'Set `htm` to the method and `htu` to the address under the issuer, without query and fragment. Behind a proxy that is the public address.',
      vi: 'Đặt `htm` là phương thức và `htu` là địa chỉ theo issuer, không có query và phần `#…`. Nếu có proxy, đó là địa chỉ công khai.',
    },
    example: PROOF,
    specifications: ['RFC 9449, 4.3'],
    when: ['DPoP proof htm mismatch', 'DPoP proof htu mismatch'],
  },
  'dpop.other_token': {
    error: 'invalid_dpop_proof',
    people: 'service-request',
    parameter: 'DPoP',
    cause: {
      en: '`ath` is missing, or is not the digest of the access token in the same request.',
      vi: 'Thiếu `ath`, hoặc `ath` không phải giá trị băm của access token trong cùng yêu cầu.',
    },
    remedy: {
      en: 'Set `ath` to BASE64URL(SHA-256(access token)) wherever the proof goes with a token.',
      vi: 'Đặt `ath` là BASE64URL(SHA-256(access token)) khi gửi bằng chứng cùng token.',
    },
    specifications: ['RFC 9449, 4.2'],
    when: ['DPoP proof ath mismatch'],
  },
  'dpop.not_fresh': {
    error: 'invalid_dpop_proof',
    people: 'service-request',
    parameter: 'DPoP',
    cause: {
      en: '`iat` is too old or lies in the future.',
      vi: '`iat` quá cũ hoặc nằm trong tương lai.',
    },
    remedy: {
      en: 'Make the proof just before the request, and keep the clock in step (NTP), or use a nonce.',
      vi: 'Tạo bằng chứng ngay trước khi gửi yêu cầu và đồng bộ đồng hồ (NTP), hoặc dùng nonce.',
    },
    specifications: ['RFC 9449, 4.3', 'RFC 9449, 11.1'],
    when: ['DPoP proof iat is not recent enough', 'DPoP proof iat is in the future'],
  },
  'dpop.used_before': {
    error: 'invalid_dpop_proof',
    alsoAs: ['invalid_grant', 'invalid_token', 'invalid_client'],
    people: 'service-request',
    parameter: 'DPoP',
    says: 'this DPoP proof was used before; make a new one for each request',
    cause: {
      en: 'The `jti` of the proof was seen before. A retry needs a new proof as well.',
      vi: '`jti` của bằng chứng đã được dùng. Khi gửi lại cũng cần bằng chứng mới.',
    },
    remedy: {
      en: 'Draw a random `jti` for each proof.',
      vi: 'Tạo `jti` ngẫu nhiên cho mỗi bằng chứng.',
    },
    example: PROOF,
    specifications: ['RFC 9449, 11.1'],
    when: ['DPoP proof JWT Replay detected'],
  },
  'dpop.other_key': {
    error: 'invalid_request',
    people: 'service-request',
    parameter: 'dpop_jkt, DPoP',
    cause: {
      en: 'The pushed request names one key in `dpop_jkt` and proves another in the header.',
      vi: 'Yêu cầu gửi qua `/par` nêu một khóa trong `dpop_jkt` nhưng chứng minh bằng khóa khác trong header.',
    },
    remedy: {
      en: 'Leave `dpop_jkt` out where you send a proof, or compute it from the same key (RFC 7638).',
      vi: 'Bỏ `dpop_jkt` khi đã gửi bằng chứng, hoặc tính từ cùng một khóa (RFC 7638).',
    },
    specifications: ['RFC 9449, 10.1'],
    when: [
      'DPoP proof key thumbprint does not match dpop_jkt',
      'multiple proof-of-possession mechanisms are not allowed',
    ],
  },
  use_dpop_nonce: {
    error: 'use_dpop_nonce',
    people: 'service-request',
    parameter: 'DPoP',
    cause: {
      en: 'The proof must hold a nonce of this server, and holds none or an old one. This is part of normal operation.',
      vi: 'Bằng chứng phải chứa nonce của máy chủ này, nhưng không có hoặc nonce đã cũ. Đây là hoạt động bình thường.',
    },
    remedy: {
      en: 'Take the value of the header `DPoP-Nonce` of this answer, put it into the proof as `nonce`, and send the request again once.',
      vi: 'Lấy giá trị header `DPoP-Nonce` trong câu trả lời này, đặt vào bằng chứng dưới tên `nonce`, và gửi lại yêu cầu một lần.',
    },
    example: PROOF,
    specifications: ['RFC 9449, 8', 'RFC 9449, 9'],
    classes: ['UseDpopNonce'],
  },
};
