import type { ErrorTable } from './entry.ts';
import { AUTHORIZE } from './examples.ts';

/** How a login can end without a mistake of anybody: what the relying party must be ready for. */
export const PEOPLE: ErrorTable = {
  access_denied: {
    error: 'access_denied',
    people: 'refused',
    cause: {
      en: 'The person stopped, declined what was asked, or may not use the account.',
      vi: 'Người dùng đã dừng lại, từ chối yêu cầu, hoặc không được sử dụng tài khoản.',
    },
    remedy: {
      en: 'Show your own page and offer to try again or another way. Do not send the person back at once.',
      vi: 'Hiển thị trang của bạn, cho phép thử lại hoặc chọn cách khác. Không tự động chuyển người dùng trở lại ngay.',
    },
    specifications: ['RFC 6749, 4.1.2.1'],
    classes: ['AccessDenied'],
  },
  'access_denied.account': {
    error: 'access_denied',
    people: 'refused',
    says: 'the account cannot be used',
    cause: {
      en: 'The account is locked, not activated, or not open to this person for this service. Why, is told to the person only.',
      vi: 'Tài khoản bị khóa, chưa kích hoạt, hoặc không dùng được cho dịch vụ này. Lý do chỉ được nói với chính người dùng.',
    },
    remedy: {
      en: 'Offer another way of service. Trying again does not help.',
      vi: 'Đề nghị một cách phục vụ khác. Thử lại không giúp ích.',
    },
    specifications: ['RFC 6749, 4.1.2.1'],
    when: ['the account cannot be used'],
  },
  login_required: {
    error: 'login_required',
    people: 'refused',
    parameter: 'prompt',
    cause: {
      en: 'The request said `prompt=none`, and nobody is signed in who could be answered for without being asked.',
      vi: 'Yêu cầu có `prompt=none`, nhưng không có phiên đăng nhập nào có thể dùng mà không cần hỏi người dùng.',
    },
    remedy: {
      en: 'Send a request without `prompt=none` when the person presses the login button.',
      vi: 'Gửi yêu cầu không có `prompt=none` khi người dùng bấm nút đăng nhập.',
    },
    example: AUTHORIZE,
    specifications: ['OIDC Core, 3.1.2.6'],
    classes: ['LoginRequired'],
  },
  'login_required.session': {
    error: 'login_required',
    people: 'refused',
    parameter: 'prompt, max_age',
    cause: {
      en: 'Somebody is signed in, but that login does not count here: it is older than `max_age`, or was for another service that shares none.',
      vi: 'Có người đang đăng nhập, nhưng phiên đó không được tính: đã cũ hơn `max_age`, hoặc dành cho dịch vụ khác không dùng chung phiên.',
    },
    remedy: {
      en: 'Send a request without `prompt=none`: the person is asked to log in again.',
      vi: 'Gửi yêu cầu không có `prompt=none`: người dùng sẽ được yêu cầu đăng nhập lại.',
    },
    specifications: ['OIDC Core, 3.1.2.6', 'OIDC Core, 3.1.2.1'],
    when: ['the sign-in of this session does not count for this request; authenticate again'],
  },
  'login_required.other_person': {
    error: 'login_required',
    people: 'refused',
    parameter: 'id_token_hint, claims',
    cause: {
      en: 'The person signed in is not the one the `id_token_hint` or the `sub` in `claims` names.',
      vi: 'Người đang đăng nhập không phải người được nêu trong `id_token_hint` hoặc `sub` của `claims`.',
    },
    remedy: {
      en: 'Treat it as a new login without the hint, or ask the person which account they mean.',
      vi: 'Xem như một lượt đăng nhập mới không kèm gợi ý, hoặc hỏi người dùng muốn dùng tài khoản nào.',
    },
    specifications: ['OIDC Core, 3.1.2.1', 'OIDC Core, 5.5.1'],
    when: ['the person signed in is not the one asked for'],
  },
  consent_required: {
    error: 'consent_required',
    people: 'refused',
    parameter: 'prompt',
    cause: {
      en: 'The request said `prompt=none`, and the person has not yet agreed to all that is asked.',
      vi: 'Yêu cầu có `prompt=none`, nhưng người dùng chưa đồng ý với mọi thông tin được xin.',
    },
    remedy: {
      en: 'Send a request without `prompt=none`, or ask for less.',
      vi: 'Gửi yêu cầu không có `prompt=none`, hoặc xin ít thông tin hơn.',
    },
    specifications: ['OIDC Core, 3.1.2.6'],
    classes: ['ConsentRequired'],
  },
  interaction_required: {
    error: 'interaction_required',
    people: 'refused',
    parameter: 'prompt',
    cause: {
      en: 'The request said `prompt=none`, and a page must be shown. Native applications can be impersonated, so their requests are never answered in silence.',
      vi: 'Yêu cầu có `prompt=none`, nhưng phải hiển thị một trang. Ứng dụng cài trên máy có thể bị giả mạo nên yêu cầu của chúng không bao giờ được trả lời ngầm.',
    },
    remedy: {
      en: 'Send a request without `prompt=none`.',
      vi: 'Gửi yêu cầu không có `prompt=none`.',
    },
    specifications: ['OIDC Core, 3.1.2.6', 'RFC 8252, 8.6'],
    classes: ['InteractionRequired'],
  },
  unmet_authentication_requirements: {
    error: 'unmet_authentication_requirements',
    people: 'level',
    parameter: 'acr_values, claims, max_age',
    cause: {
      en: 'The login did not reach the `acr` that was asked for. A lower one is never given in its place.',
      vi: 'Lượt đăng nhập không đạt `acr` được yêu cầu. Mức thấp hơn không bao giờ được trả thay.',
    },
    remedy: {
      en: 'Ask for values from `acr_values_supported` only. If your service can work with less, send both values, the better one first: `acr_values=urn:senid:loa:substantial urn:senid:loa:low`.',
      vi: 'Chỉ yêu cầu các giá trị trong `acr_values_supported`. Nếu dịch vụ chấp nhận mức thấp hơn, hãy gửi cả hai, mức cao hơn trước: `acr_values=urn:senid:loa:substantial urn:senid:loa:low`.',
    },
    example: AUTHORIZE,
    specifications: ['OIDC Unmet Requirements, 2', 'RFC 9470, 5'],
    classes: ['UnmetAuthenticationRequirements'],
  },
  'acr.session_too_low': {
    error: 'unmet_authentication_requirements',
    people: 'level',
    parameter: 'prompt, acr_values',
    cause: {
      en: 'The request said `prompt=none`, and the session is below the `acr` asked for.',
      vi: 'Yêu cầu có `prompt=none`, nhưng phiên hiện tại thấp hơn `acr` được yêu cầu.',
    },
    remedy: {
      en: 'Send the same request without `prompt=none`: the person is asked for a passkey.',
      vi: 'Gửi lại yêu cầu không có `prompt=none`: người dùng sẽ được yêu cầu dùng khóa bảo mật (passkey).',
    },
    specifications: ['OIDC Unmet Requirements, 2', 'RFC 9470, 5'],
    when: ['the session is below the authentication context asked for'],
  },
  'acr.account_cannot_reach': {
    error: 'unmet_authentication_requirements',
    people: 'level',
    parameter: 'acr_values',
    cause: {
      en: 'This account was never proofed far enough for the `acr` asked for. Logging in again cannot change that.',
      vi: 'Tài khoản này chưa được định danh đủ mức cho `acr` được yêu cầu. Đăng nhập lại không thay đổi được điều đó.',
    },
    remedy: {
      en: 'Tell the person how to get a level 2 account, or offer what a lower level may do.',
      vi: 'Hướng dẫn người dùng cách có tài khoản mức 2, hoặc đề nghị những việc mức thấp hơn được làm.',
    },
    specifications: ['OIDC Unmet Requirements, 2'],
    when: ['the account cannot reach the authentication context asked for'],
  },
  'id_token_hint.invalid': {
    error: 'invalid_request',
    alsoAs: ['invalid_client'],
    people: 'service-request',
    parameter: 'id_token_hint',
    cause: {
      en: 'The hint is not an ID token of this issuer, its signing key is long gone, or it was issued to another client.',
      vi: 'Gợi ý không phải là ID token của issuer này, khóa ký đã không còn từ lâu, hoặc token cấp cho dịch vụ khác.',
    },
    remedy: {
      en: 'Send the last ID token the client got for this person, unchanged. An expired one is accepted.',
      vi: 'Gửi nguyên vẹn ID token gần nhất mà dịch vụ nhận được của người này. Token hết hạn vẫn được chấp nhận.',
    },
    specifications: ['OIDC Core, 3.1.2.1', 'OIDC Logout, 2'],
    when: [
      'could not validate id_token_hint',
      'could not decode id_token_hint',
      'client_id does not match the provided id_token_hint',
      'unrecognized id_token_hint audience',
    ],
  },
  'logout.redirect_not_registered': {
    error: 'invalid_request',
    people: 'service-request',
    parameter: 'post_logout_redirect_uri',
    cause: {
      en: '`post_logout_redirect_uri` is not one the client registered, or the request does not say which client it is.',
      vi: '`post_logout_redirect_uri` không phải địa chỉ dịch vụ đã đăng ký, hoặc yêu cầu không cho biết là dịch vụ nào.',
    },
    remedy: {
      en: 'Register the address in `post_logout_redirect_uris` and send `id_token_hint` or `client_id` with it.',
      vi: 'Đăng ký địa chỉ trong `post_logout_redirect_uris` và gửi kèm `id_token_hint` hoặc `client_id`.',
    },
    specifications: ['OIDC Logout, 2', 'OIDC Logout, 3'],
    when: ['post_logout_redirect_uri not registered'],
  },
};
