export const accountState = {
  'locked.title': 'Tài khoản đang bị khóa',
  'locked.lead': 'Bạn chưa thể dùng tài khoản định danh điện tử này để đăng nhập.',
  'locked.ground': 'Lý do khóa',
  'locked.unlock': 'Cách mở khóa',
  'locked.private': 'Lý do này chỉ hiển thị cho bạn. Dịch vụ không được biết.',
  'locked.own-request': 'Tài khoản được khóa theo yêu cầu của chính bạn.',
  'locked.own-request-passkey': 'Mở khóa ngay tại đây bằng khóa bảo mật (passkey)',
  'locked.own-request-unlock':
    'Đến Công an cấp xã, Công an cấp tỉnh và điền Phiếu đề nghị khóa, mở khóa tài khoản định danh điện tử, căn cước điện tử (TK03). Việc mở khóa được thực hiện ngay.',
  'locked.terms-breached':
    'Tài khoản bị khóa do vi phạm thỏa thuận sử dụng ứng dụng định danh quốc gia.',
  'locked.terms-breached-unlock':
    'Tài khoản được mở khóa khi vi phạm đã được khắc phục. Hãy liên hệ Công an cấp xã hoặc Công an cấp tỉnh để biết việc cần làm.',
  'locked.card-revoked-or-retained': 'Thẻ căn cước của bạn đã bị thu hồi hoặc đang bị giữ.',
  'locked.card-revoked-or-retained-unlock':
    'Tài khoản tự động được mở khóa khi thẻ căn cước được trả lại cho bạn.',
  'locked.number-cancelled':
    'Số định danh gắn với tài khoản này không còn dùng nữa, nên tài khoản đã được đóng.',
  'locked.number-cancelled-unlock':
    'Tài khoản này không được mở lại. Nếu bạn đã có số định danh mới, hãy đề nghị cấp tài khoản mới với số đó.',
  'locked.authority-request':
    'Tài khoản bị khóa theo yêu cầu của cơ quan tiến hành tố tụng hoặc cơ quan có thẩm quyền.',
  'locked.authority-request-unlock':
    'Tài khoản được mở khóa khi cơ quan đó đề nghị bằng văn bản. Hãy liên hệ Công an cấp xã hoặc Công an cấp tỉnh để được hướng dẫn.',
  'locked.death': 'Tài khoản đã bị khóa theo dữ liệu của cơ quan quản lý căn cước.',
  'locked.death-unlock':
    'Nếu bạn là chủ tài khoản và cho rằng có nhầm lẫn, hãy mang giấy tờ tùy thân đến Công an cấp xã.',
  'expired-document.title': 'Giấy tờ đã hết hiệu lực',
  'expired-document.lead':
    'Tài khoản định danh điện tử của bạn tạm khóa vì giấy tờ gốc đã hết hiệu lực.',
  'expired-document.document': 'Giấy tờ',
  'expired-document.valid-until': 'Có hiệu lực đến hết ngày',
  'expired-document.next': 'Việc cần làm',
  'expired-document.identity-card':
    'Đến Công an cấp xã hoặc nơi làm thủ tục cấp thẻ căn cước để cấp đổi thẻ.',
  'expired-document.passport':
    'Xin cấp hộ chiếu hoặc giấy tờ đi lại quốc tế mới tại cơ quan đại diện của nước bạn, rồi báo cho cơ quan quản lý xuất nhập cảnh.',
  'expired-document.residence-card':
    'Làm thủ tục cấp đổi hoặc gia hạn thẻ tại cơ quan quản lý xuất nhập cảnh của Bộ Công an hoặc Công an cấp tỉnh.',
  'expired-document.automatic':
    'Khi giấy tờ mới có hiệu lực, tài khoản tự động được mở khóa. Bạn không cần đăng ký lại.',
  'document.identity-card': 'Thẻ căn cước',
  'document.passport': 'Hộ chiếu hoặc giấy tờ đi lại quốc tế',
  'document.residence-card': 'Thẻ thường trú hoặc thẻ tạm trú',
  'not-activated.title': 'Tài khoản chưa được kích hoạt',
  'not-activated.lead':
    'Tài khoản của bạn đã được cấp. Bạn cần kích hoạt một lần trước khi dùng để đăng nhập.',
  'not-activated.next': 'Cách kích hoạt',
  'not-activated.step-return': 'Quay lại dịch vụ và đăng nhập lần nữa.',
  'too-young.title': 'Tài khoản này do người giám hộ sử dụng',
  'too-young.lead': 'Chủ tài khoản chưa đủ 14 tuổi nên chưa thể tự đăng nhập.',
  'too-young.how':
    'Người đại diện hoặc người giám hộ sử dụng tài khoản thay cho trẻ, bằng tài khoản mức độ 02 của chính mình.',
  'too-young.until': 'Từ đủ 14 tuổi, chủ tài khoản tự đăng nhập được.',
} as const;
