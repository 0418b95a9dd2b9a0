import { viFormats as formats } from '../formats.ts';
import type { NoticeTexts } from '../kinds.ts';
import { contacts } from './words.ts';

const NOT_YOU = 'Nếu không phải bạn, hãy tự mở trang SenID và chọn “Không phải tôi”.';

export const keeping: NoticeTexts<
  | 'contact_change_requested'
  | 'contact_to_be_used'
  | 'contact_changed'
  | 'contact_change_cancelled'
  | 'contact_phone_taken'
  | 'phone_given_up'
  | 'passkey_added'
  | 'passkey_renamed'
  | 'passkey_removed'
  | 'signed_out_everywhere'
  | 'recovery_requested'
  | 'recovery_done'
  | 'recovery_cancelled'
  | 'account_secured'
> = {
  contact_change_requested: {
    title: 'Có yêu cầu thay đổi thông tin liên hệ',
    sms: ({ changed, effectiveAt }) =>
      `SenID: có yêu cầu đổi ${contacts[changed]} của tài khoản, có hiệu lực từ ${formats.moment(effectiveAt)}.`,
    body: ({ changed, effectiveAt }) =>
      `Có yêu cầu thay đổi ${contacts[changed]} của tài khoản. Thay đổi có hiệu lực từ ${formats.moment(effectiveAt)}; trước lúc đó thông tin cũ vẫn được dùng và bạn có thể hủy yêu cầu. ${NOT_YOU}`,
  },
  contact_to_be_used: {
    title: 'Thông tin liên hệ này sẽ được dùng cho một tài khoản',
    sms: ({ changed, effectiveAt }) =>
      `SenID: ${contacts[changed]} này sẽ được dùng cho một tài khoản từ ${formats.moment(effectiveAt)}. Nếu bạn không yêu cầu, hãy báo Công an cấp xã.`,
    body: ({ changed, effectiveAt }) =>
      `Có người đề nghị dùng ${contacts[changed]} này cho một tài khoản định danh điện tử từ ${formats.moment(effectiveAt)}. Nếu bạn không yêu cầu, hãy báo cho Công an cấp xã.`,
  },
  contact_changed: {
    title: 'Đã thay đổi thông tin liên hệ',
    sms: ({ changed }) => `SenID: ${contacts[changed]} của tài khoản đã được thay đổi.`,
    body: ({ changed }) =>
      `${capital(contacts[changed])} của tài khoản đã được thay đổi. Từ nay thông báo được gửi đến thông tin mới. ${NOT_YOU}`,
  },
  contact_change_cancelled: {
    title: 'Đã hủy yêu cầu thay đổi thông tin liên hệ',
    sms: ({ changed }) =>
      `SenID: yêu cầu đổi ${contacts[changed]} của tài khoản đã được hủy. Thông tin cũ vẫn được dùng.`,
    body: ({ changed }) =>
      `Yêu cầu thay đổi ${contacts[changed]} của tài khoản đã được hủy. Thông tin cũ vẫn được dùng; bạn không cần làm gì thêm.`,
  },
  contact_phone_taken: {
    title: 'Không đổi được số điện thoại',
    sms: () =>
      'SenID: số điện thoại mới đã thuộc về một tài khoản khác nên yêu cầu đổi số đã bị hủy. Số cũ vẫn được dùng.',
    body: () =>
      'Số điện thoại mới đã được dùng cho một tài khoản khác, nên yêu cầu đổi số đã bị hủy. Số cũ vẫn được dùng. Hãy dùng số chính chủ khác; hoặc chờ chủ tài khoản kia đổi sang số khác tại trang tài khoản của họ rồi yêu cầu lại. Quầy tiếp nhận không chuyển được số.',
  },
  phone_given_up: {
    title: 'Số điện thoại không còn thuộc tài khoản của bạn',
    sms: () =>
      'SenID: số điện thoại này không còn thuộc tài khoản của bạn vì người đang dùng số đã đăng ký số đó.',
    body: () =>
      'Một người khác đã chứng minh đang sử dụng số điện thoại của tài khoản và đã đăng ký số đó, nên số này không còn thuộc tài khoản của bạn. Tài khoản và mật khẩu của bạn không thay đổi; hãy thêm số điện thoại đang dùng vào tài khoản. Nếu số đó vẫn là của bạn, có thể người khác đang nhận được tin nhắn gửi đến số này: hãy báo cho Công an cấp xã. Quầy tiếp nhận không chuyển lại được số, nên hãy thêm số chính chủ khác.',
  },
  passkey_added: {
    title: 'Đã thêm khóa bảo mật',
    sms: () => `SenID: một khóa bảo mật (passkey) vừa được thêm vào tài khoản.`,
    body: ({ passkeyName }) =>
      `Khóa bảo mật (passkey) “${passkeyName}” vừa được thêm vào tài khoản và dùng được để đăng nhập. ${NOT_YOU}`,
  },
  passkey_renamed: {
    title: 'Đã đổi tên khóa bảo mật',
    sms: () => 'SenID: một khóa bảo mật (passkey) của tài khoản vừa được đổi tên.',
    body: ({ passkeyName }) =>
      `Một khóa bảo mật (passkey) của tài khoản vừa được đổi tên thành “${passkeyName}”. ${NOT_YOU}`,
  },
  passkey_removed: {
    title: 'Đã xóa khóa bảo mật',
    sms: () => `SenID: một khóa bảo mật (passkey) vừa bị xóa khỏi tài khoản.`,
    body: ({ passkeyName }) =>
      `Khóa bảo mật (passkey) “${passkeyName}” vừa bị xóa khỏi tài khoản và không dùng được nữa. ${NOT_YOU}`,
  },
  signed_out_everywhere: {
    title: 'Đã đăng xuất ở mọi nơi',
    sms: () => 'SenID: mọi phiên đăng nhập của tài khoản vừa được kết thúc theo yêu cầu.',
    body: () =>
      `Mọi phiên đăng nhập của tài khoản vừa được kết thúc theo yêu cầu. Bạn cần đăng nhập lại ở các dịch vụ. ${NOT_YOU}`,
  },
  recovery_requested: {
    title: 'Có yêu cầu khôi phục tài khoản',
    sms: ({ effectiveAt }) =>
      `SenID: có yêu cầu khôi phục tài khoản, có hiệu lực từ ${formats.moment(effectiveAt)}.`,
    body: ({ effectiveAt }) =>
      `Có yêu cầu khôi phục quyền truy cập tài khoản. Việc khôi phục có hiệu lực từ ${formats.moment(effectiveAt)}; trước lúc đó bạn có thể hủy. ${NOT_YOU}`,
  },
  recovery_done: {
    title: 'Tài khoản đã được khôi phục',
    sms: ({ coolDownUntil, activates }) =>
      `SenID: tài khoản đã được khôi phục${activates ? '; hãy kích hoạt lại bằng mã kích hoạt' : ' với mật khẩu mới'}. Khóa bảo mật cũ đã bị xóa. Đến ${formats.moment(coolDownUntil)} chỉ dùng được mức thấp.`,
    body: ({ coolDownUntil, activates }) =>
      `${activates ? 'Tài khoản đã được khôi phục tại quầy tiếp nhận. Hãy kích hoạt lại tài khoản bằng mã kích hoạt được gửi riêng; mật khẩu cũ không dùng được nữa.' : 'Quyền truy cập tài khoản đã được khôi phục với mật khẩu mới.'} Mọi khóa bảo mật (passkey) cũ đã bị xóa; hãy tạo khóa mới. Để bảo vệ bạn, đến ${formats.moment(coolDownUntil)} tài khoản chỉ dùng được cho dịch vụ yêu cầu mức thấp. ${NOT_YOU}`,
  },
  recovery_cancelled: {
    title: 'Đã hủy yêu cầu khôi phục tài khoản',
    sms: () => 'SenID: yêu cầu khôi phục tài khoản đã được hủy. Không có gì thay đổi.',
    body: () =>
      'Yêu cầu khôi phục quyền truy cập tài khoản đã được hủy. Không có gì thay đổi; bạn vẫn đăng nhập như trước.',
  },
  account_secured: {
    title: 'Tài khoản đã được bảo vệ và khóa lại',
    sms: () =>
      'SenID: theo thông báo “Không phải tôi”, tài khoản đã khóa, mọi phiên đăng nhập đã kết thúc, các yêu cầu đang chờ đã hủy. Để dùng lại, hãy tự mở trang SenID và khôi phục tài khoản, hoặc mang giấy tờ đến cơ quan công an.',
    body: () =>
      'Bạn đã báo “Không phải tôi”. Tài khoản đã bị khóa: không ai đăng nhập được, kể cả bạn. Mọi phiên đăng nhập đã kết thúc và các yêu cầu đang chờ đã bị hủy. Để sử dụng lại, hãy tự mở trang SenID và chọn “Khôi phục tài khoản”, hoặc mang giấy tờ đến Công an cấp xã hoặc cấp tỉnh. Sau đó hãy kiểm tra thông tin liên hệ và khóa bảo mật.',
  },
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
