import { viFormats as formats } from '../formats.ts';
import type { CoreField, NoticeTexts } from '../kinds.ts';
import { ages, documents, fields, renewals } from './words.ts';

export const losing: NoticeTexts<
  | 'account_locked'
  | 'account_unlocked'
  | 'lock_lifted'
  | 'account_still_locked'
  | 'unlock_request_refused'
  | 'document_expiring'
  | 'document_expired'
  | 'document_renewed'
  | 'core_data_changed'
  | 'account_closed'
  | 'age_reached'
  | 'guardianship_added'
  | 'guardianship_ended'
  | 'signed_in_on_behalf'
> = {
  account_locked: {
    title: 'Tài khoản đã bị khóa',
    sms: () =>
      'SenID: tài khoản định danh điện tử đã bị khóa, mọi phiên đăng nhập đã kết thúc. Hãy tự mở trang SenID để xem cách mở khóa.',
    body: () =>
      'Tài khoản định danh điện tử đã bị khóa; mọi phiên đăng nhập đã kết thúc. Khi bạn tự mở trang SenID và đăng nhập, trang sẽ cho biết lý do và cách mở khóa. Dịch vụ bạn đã dùng không được biết lý do.',
  },
  account_unlocked: {
    title: 'Tài khoản đã được mở khóa',
    sms: () => 'SenID: tài khoản định danh điện tử đã được mở khóa và dùng được trở lại.',
    body: () =>
      'Tài khoản định danh điện tử đã được mở khóa và dùng được trở lại. Bạn cần đăng nhập lại ở các dịch vụ.',
  },
  lock_lifted: {
    title: 'Một lệnh khóa đã được gỡ',
    sms: () =>
      'SenID: một lệnh khóa của tài khoản đã được gỡ. Hãy tự mở trang SenID để xem tình trạng tài khoản.',
    body: () =>
      'Một lệnh khóa của tài khoản đã được gỡ. Nếu không còn lệnh khóa nào khác, tài khoản dùng được trở lại; hãy tự mở trang SenID để xem tình trạng.',
  },
  account_still_locked: {
    title: 'Tài khoản vẫn đang bị khóa',
    sms: () =>
      'SenID: một lệnh khóa đã được gỡ nhưng tài khoản vẫn đang bị khóa. Hãy tự mở trang SenID để xem việc cần làm.',
    body: () =>
      'Một lệnh khóa đã được gỡ, nhưng tài khoản vẫn đang bị khóa vì còn lệnh khóa khác. Hãy tự mở trang SenID để xem việc cần làm.',
  },
  unlock_request_refused: {
    title: 'Đề nghị mở khóa không được chấp thuận',
    sms: () =>
      'SenID: đề nghị mở khóa tài khoản của bạn không được chấp thuận, tài khoản vẫn bị khóa. Văn bản trả lời nêu lý do được gửi cho cơ quan đề nghị.',
    body: () =>
      'Đề nghị mở khóa tài khoản của bạn không được chấp thuận, tài khoản vẫn bị khóa. Văn bản trả lời nêu lý do được gửi cho cơ quan đã đề nghị; bạn có thể hỏi cơ quan đó.',
  },
  document_expiring: {
    title: 'Giấy tờ sắp hết hiệu lực',
    sms: ({ document, validUntil, days }) =>
      `SenID: ${documents[document]} của bạn hết hiệu lực sau ${days} ngày (hết ngày ${formats.date(validUntil)}). Sau ngày đó tài khoản tạm khóa cho đến khi giấy tờ được cấp mới.`,
    body: ({ document, validUntil, days }) =>
      `${capital(documents[document])} của bạn còn hiệu lực ${days} ngày, đến hết ngày ${formats.date(validUntil)}. Sau ngày đó tài khoản tạm khóa. ${renewals[document]} Khi giấy tờ mới có hiệu lực, tài khoản tự động được mở; bạn không cần đăng ký lại.`,
  },
  document_expired: {
    title: 'Giấy tờ đã hết hiệu lực, tài khoản tạm khóa',
    sms: ({ document, validUntil }) =>
      `SenID: ${documents[document]} của bạn đã hết hiệu lực (hết ngày ${formats.date(validUntil)}). Tài khoản tạm khóa và tự động mở khi giấy tờ được cấp mới.`,
    body: ({ document, validUntil }) =>
      `${capital(documents[document])} của bạn có hiệu lực đến hết ngày ${formats.date(validUntil)}. Tài khoản tạm khóa và mọi phiên đăng nhập đã kết thúc. ${renewals[document]} Khi giấy tờ mới có hiệu lực, tài khoản tự động được mở; bạn không cần đăng ký lại.`,
  },
  document_renewed: {
    title: 'Đã cập nhật giấy tờ mới',
    sms: ({ document, validUntil }) =>
      `SenID: ${documents[document]} mới của bạn đã được cập nhật, có hiệu lực đến hết ngày ${formats.date(validUntil)}.`,
    body: ({ document, validUntil }) =>
      `${capital(documents[document])} mới của bạn đã được cơ quan quản lý cập nhật, có hiệu lực đến hết ngày ${formats.date(validUntil)}. Bạn không cần làm gì thêm.`,
  },
  core_data_changed: {
    title: 'Thông tin cá nhân đã được cập nhật',
    sms: () =>
      'SenID: thông tin cá nhân trong tài khoản đã được cập nhật theo cơ sở dữ liệu của Nhà nước. Hãy tự mở trang SenID để xem.',
    body: ({ fields: changed }) =>
      `Thông tin sau đã được cập nhật theo cơ sở dữ liệu của Nhà nước: ${named(changed)}. Nếu thông tin không đúng, hãy liên hệ Công an cấp xã hoặc cơ quan quản lý xuất nhập cảnh để được sửa tại nguồn.`,
  },
  account_closed: {
    title: 'Tài khoản đã được đóng',
    sms: () =>
      'SenID: số định danh gắn với tài khoản không còn dùng nữa nên tài khoản đã được đóng. Hãy liên hệ cơ quan Công an để được cấp tài khoản mới.',
    body: () =>
      'Số định danh gắn với tài khoản này không còn dùng nữa, nên tài khoản đã được đóng. Nếu bạn đã có số định danh mới, hãy đề nghị cấp tài khoản mới với số đó.',
  },
  age_reached: {
    title: 'Thay đổi theo độ tuổi của chủ tài khoản',
    sms: ({ age }) =>
      `SenID: chủ tài khoản đã đủ ${age} tuổi, quyền sử dụng tài khoản thay đổi. Hãy tự mở trang SenID để xem.`,
    body: ({ age }) => `Chủ tài khoản đã đủ ${age} tuổi. ${ages[age]}`,
  },
  guardianship_added: {
    title: 'Đã ghi nhận việc giám hộ',
    sms: ({ as }) =>
      as === 'guardian'
        ? 'SenID: bạn đã được ghi nhận là người giám hộ của một tài khoản. Hãy tự mở trang SenID để xem.'
        : 'SenID: tài khoản của bạn có thêm một người giám hộ được ghi nhận. Hãy tự mở trang SenID để xem.',
    body: ({ as, otherName }) =>
      as === 'guardian'
        ? `Bạn đã được ghi nhận là người giám hộ của ${otherName}. Bạn đăng nhập thay bằng tài khoản của chính mình.`
        : `${otherName} đã được ghi nhận là người giám hộ và có thể đăng nhập thay chủ tài khoản.`,
  },
  guardianship_ended: {
    title: 'Việc giám hộ đã chấm dứt',
    sms: ({ as }) =>
      as === 'guardian'
        ? 'SenID: việc giám hộ của bạn đối với một tài khoản đã chấm dứt. Bạn không còn đăng nhập thay được nữa.'
        : 'SenID: việc giám hộ đối với tài khoản của bạn đã chấm dứt. Hãy tự mở trang SenID để xem.',
    body: ({ as, otherName }) =>
      as === 'guardian'
        ? `Việc giám hộ của bạn đối với ${otherName} đã chấm dứt. Bạn không còn đăng nhập thay được nữa.`
        : `Việc giám hộ của ${otherName} đã chấm dứt. Người này không còn đăng nhập thay chủ tài khoản được nữa.`,
  },
  signed_in_on_behalf: {
    title: 'Có người đăng nhập thay chủ tài khoản',
    sms: ({ at }) =>
      `SenID: lúc ${formats.moment(at)}, người giám hộ hoặc đại diện đã đăng nhập thay chủ tài khoản. Hãy tự mở trang SenID để xem.`,
    body: ({ wardName, actorName, at }) =>
      `Lúc ${formats.moment(at)}, ${actorName} đã đăng nhập thay ${wardName}. Mỗi ngày bạn được báo một lần. Nếu bạn không biết việc này, hãy tự mở trang SenID và chọn “Không phải tôi”.`,
  },
};

function named(joined: string): string {
  return joined
    .split(',')
    .map((field) => fields[field as CoreField])
    .join('; ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
