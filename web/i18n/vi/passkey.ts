export const passkey = {
  'passkey.needs-scripts':
    'Khóa bảo mật (passkey) cần JavaScript. Hãy bật JavaScript trong trình duyệt rồi tải lại trang.',
  'passkey.busy': 'Đang chờ thiết bị của bạn xác nhận…',
  'passkey.cancelled':
    'Chưa xác nhận được vì thao tác đã dừng hoặc quá thời gian. Bạn có thể thử lại.',
  'passkey.failed': 'Không xác nhận được khóa bảo mật. Vui lòng thử lại.',
  'passkey.unsupported':
    'Trình duyệt hoặc thiết bị này chưa dùng được khóa bảo mật. Hãy mở trang bằng trình duyệt mới hơn hoặc thiết bị khác.',
  'passkey.unknown': 'Khóa bảo mật này không gắn với tài khoản nào. Hãy dùng khóa khác.',
  'passkey.other-person':
    'Khóa bảo mật này là của người khác. Hãy dùng khóa của {name}; phiên đăng nhập của bạn vẫn giữ nguyên.',
  'passkey.not-device-bound':
    'Khóa bảo mật này được đồng bộ giữa nhiều thiết bị. Dịch vụ yêu cầu khóa chỉ nằm trên một thiết bị, ví dụ khóa bảo mật rời.',
  'passkey.not-verified':
    'Thiết bị chưa kiểm tra vân tay, khuôn mặt hoặc mã mở khóa của bạn. Hãy thử lại và xác nhận khi được hỏi.',
  'passkey.already-registered': 'Thiết bị này đã có khóa bảo mật cho tài khoản của bạn.',
  'step-up.title': 'Xác thực bổ sung',
  'step-up.lead': '{service} cần biết chắc rằng người đang đăng nhập là bạn.',
  'step-up.substantial':
    'Mật khẩu có thể bị lộ. Khóa bảo mật (passkey) nằm trong thiết bị của bạn và chỉ mở bằng vân tay, khuôn mặt hoặc mã mở khóa của bạn.',
  'step-up.high':
    'Việc này cần mức bảo đảm cao nhất: khóa bảo mật (passkey) nằm trên đúng một thiết bị và đối chiếu sinh trắc học.',
  'step-up.low': 'Hãy xác nhận lại bằng khóa bảo mật (passkey) trước khi tiếp tục.',
  'step-up.why': 'Lý do dịch vụ đưa ra',
  'step-up.none-title': 'Tài khoản chưa có khóa bảo mật',
  'step-up.none':
    'Bạn cần tạo một khóa bảo mật (passkey) trên thiết bị này. Việc đó mất khoảng một phút.',
  'step-up.add': 'Tạo khóa bảo mật (passkey)',
  'step-up.other-device': 'Khóa ở thiết bị khác?',
  'step-up.other-device-text':
    'Bấm nút xác thực, chọn “Dùng điện thoại hoặc thiết bị khác” rồi quét mã QR bằng điện thoại đang giữ khóa.',
  'add-passkey.title': 'Tạo khóa bảo\u00a0mật (passkey)',
  'add-passkey.what':
    'Khóa bảo mật thay cho mật khẩu: nó nằm trong điện thoại hoặc máy tính của bạn và chỉ mở bằng vân tay, khuôn mặt hoặc mã mở khóa của bạn. Không ai có thể đoán, nghe trộm hay lừa bạn đọc nó ra.',
  'add-passkey.private':
    'Vân tay và khuôn mặt không rời khỏi thiết bị. SenID không nhận được hình ảnh nào.',
  'add-passkey.name': 'Tên gợi nhớ (không bắt buộc)',
  'add-passkey.name-hint': 'Ví dụ: Điện thoại của tôi',
  'add-passkey.name-problem': 'Tên quá dài. Nhập tối đa {max} ký tự.',
  'add-passkey.create': 'Tạo khóa trên thiết bị này',
  'add-passkey.own-device':
    'Chỉ tạo khóa trên thiết bị của chính bạn, không tạo trên máy dùng chung.',
  'add-passkey.device-bound':
    'Dịch vụ yêu cầu khóa chỉ nằm trên một thiết bị. Khóa tự đồng bộ qua tài khoản Google hoặc Apple sẽ không được chấp nhận.',
  'unreachable.title': 'Tài khoản chưa đủ mức độ',
  'unreachable.account':
    '{service} yêu cầu tài khoản định danh điện tử mức độ 02. Tài khoản của bạn đang ở mức độ 01.',
  'unreachable.cool-down-title': 'Mức độ 02 đang tạm dừng',
  'unreachable.cool-down':
    '{service} yêu cầu mức độ 02. Tài khoản của bạn vừa được khôi phục nên tạm thời chỉ được dùng như mức độ 01.',
  'unreachable.cool-down-next':
    'Mức độ 02 tự hoạt động trở lại từ {time}, bạn không cần làm gì thêm. Khoảng chờ này bảo vệ bạn trong trường hợp người khác đã yêu cầu khôi phục.',
  'unreachable.biometric':
    '{service} yêu cầu đối chiếu sinh trắc học với dữ liệu của Nhà nước. Hiện SenID chưa thực hiện được bước này cho bạn.',
  'unreachable.biometric-next':
    'Hãy quay lại dịch vụ và chọn cách khác, ví dụ làm việc trực tiếp tại quầy.',
  'unreachable.not-your-fault': 'Bạn không làm gì sai. Chưa có thông tin nào được gửi cho dịch vụ.',
  'unreachable.how': 'Cách lên mức độ 02',
  'unreachable.citizen-where':
    'Đến bất kỳ Công an cấp xã hoặc nơi làm thủ tục cấp thẻ căn cước nào, không phụ thuộc nơi cư trú.',
  'unreachable.citizen-bring':
    'Mang theo thẻ căn cước còn hiệu lực và cho biết số thuê bao di động chính chủ.',
  'unreachable.citizen-form':
    'Điền Phiếu đề nghị cấp tài khoản định danh điện tử (TK01). Cán bộ thu nhận ảnh khuôn mặt và vân tay.',
  'unreachable.citizen-time':
    'Miễn phí. Có kết quả trong tối đa 3 ngày làm việc kể từ khi nhận đủ hồ sơ hợp lệ.',
  'unreachable.foreigner-where':
    'Đến cơ quan quản lý xuất nhập cảnh của Bộ Công an hoặc Công an cấp tỉnh, trong giờ hành chính từ thứ Hai đến thứ Sáu. Công an cấp xã không làm thủ tục này.',
  'unreachable.foreigner-bring': 'Mang theo hộ chiếu hoặc giấy tờ đi lại quốc tế còn hiệu lực.',
  'unreachable.foreigner-form':
    'Điền Phiếu đề nghị cấp tài khoản định danh điện tử (TK01). Cán bộ thu nhận ảnh khuôn mặt và vân tay.',
  'unreachable.foreigner-time':
    'Miễn phí. Có kết quả trong tối đa 3 ngày làm việc nếu dữ liệu sinh trắc học đã có trong cơ sở dữ liệu xuất nhập cảnh, hoặc 7 ngày làm việc nếu chưa có.',
} as const;
