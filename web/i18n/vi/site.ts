export const site = {
  'session.valid-until': 'Trang này có hiệu lực đến {time}.',
  'session.extend': 'Thêm thời gian',
  'session.warning-title': 'Bạn cần thêm thời gian?',
  'session.warning-left': 'Vì lý do an toàn, trang này sắp hết hiệu lực. Thời gian còn lại:',
  'session.minutes-left': 'Còn khoảng 2 phút',
  'session.half-minute-left': 'Còn khoảng 30 giây',
  'session.stay': 'Ở lại trang',
  'session.extended': 'Đã thêm thời gian. Trang có hiệu lực đến {time}.',
  'session.extend-failed': 'Không thêm được thời gian. Hãy bấm lại hoặc tiếp tục ngay.',
  'session.over-title': 'Trang đã hết hiệu lực',
  'session.over': 'Chưa có thông tin nào được gửi. Hãy quay lại dịch vụ và bắt đầu lại.',
  'expired.title': 'Lượt đăng nhập đã hết hạn',
  'expired.what':
    'Trang đã mở quá lâu, đã được dùng xong, hoặc thuộc về một trình duyệt khác. Chưa có thông tin nào được gửi.',
  'expired.next': 'Hãy quay lại dịch vụ và bấm “Đăng nhập bằng định danh điện tử” lần nữa.',
  'error.next': 'Việc bạn có thể làm',
  'error.code': 'Mã lỗi',
  'error.developers': 'Dành cho người phát triển dịch vụ',
  'error.service-request.title': 'Dịch vụ gửi yêu cầu không hợp lệ',
  'error.service-request.what':
    'SenID không thể xử lý yêu cầu đăng nhập mà dịch vụ đã gửi. Lỗi không phải do bạn.',
  'error.service-request.next':
    'Quay lại dịch vụ và thử lại. Nếu vẫn lỗi, hãy báo cho dịch vụ kèm mã tham chiếu dưới đây.',
  'error.refused.title': 'Đăng nhập không hoàn tất',
  'error.refused.what':
    'Bạn đã dừng lại, hoặc yêu cầu đã bị từ chối. Dịch vụ không nhận được thông tin nào.',
  'error.refused.next': 'Bạn có thể quay lại dịch vụ và bắt đầu lại bất cứ lúc nào.',
  'error.level.title': 'Chưa đạt mức bảo đảm',
  'error.level.what': 'Dịch vụ yêu cầu mức bảo đảm mà lần đăng nhập này chưa đạt được.',
  'error.level.next':
    'Quay lại dịch vụ và đăng nhập bằng khóa bảo mật (passkey), hoặc hỏi dịch vụ về cách khác.',
  'error.expired.title': 'Lượt đăng nhập đã hết hạn',
  'error.expired.what': 'Lượt đăng nhập này đã hết hạn hoặc đã được dùng xong.',
  'error.expired.next': 'Quay lại dịch vụ và bắt đầu lại.',
  'error.not-found.title': 'Không tìm thấy trang',
  'error.not-found.what': 'Địa chỉ này không có tại SenID.',
  'error.not-found.next': 'Kiểm tra lại địa chỉ, hoặc quay lại dịch vụ bạn đang dùng.',
  'error.bad-request.title': 'Yêu cầu không hợp lệ',
  'error.bad-request.what': 'SenID không hiểu yêu cầu mà trình duyệt đã gửi. Chưa có gì thay đổi.',
  'error.bad-request.next': 'Quay lại trang trước, tải lại trang rồi thử lại.',
  'error.untrusted-form.title': 'Không xác nhận được nguồn của yêu cầu',
  'error.untrusted-form.what':
    'Biểu mẫu không đến từ trang SenID bạn đang mở, hoặc trình duyệt đã chặn cookie. Để bảo vệ bạn, SenID đã dừng lại.',
  'error.untrusted-form.next':
    'Cho phép cookie của trang này, tải lại trang rồi thử lại. Nếu bạn đến đây từ một đường liên kết lạ, hãy đóng trang.',
  'error.too-many.title': 'Quá nhiều yêu cầu',
  'error.too-many.what':
    'SenID nhận được quá nhiều yêu cầu từ kết nối của bạn trong thời gian ngắn.',
  'error.too-many.next': 'Đợi vài phút rồi thử lại.',
  'error.busy.title': 'Hệ thống đang bận',
  'error.busy.what': 'SenID tạm thời chưa xử lý được yêu cầu. Chưa có gì thay đổi.',
  'error.busy.next': 'Đợi một phút rồi tải lại trang.',
  'error.unexpected.title': 'Đã xảy ra lỗi',
  'error.unexpected.what': 'Có lỗi ở phía SenID. Chúng tôi đã ghi nhận kèm mã tham chiếu dưới đây.',
  'error.unexpected.next':
    'Thử lại sau ít phút. Nếu vẫn lỗi, hãy báo mã tham chiếu cho bộ phận hỗ trợ.',
  'logout.title': 'Đăng xuất khỏi SenID?',
  'logout.what':
    'Bạn sẽ đăng xuất khỏi SenID trên trình duyệt này. Một số dịch vụ đang mở có thể vẫn giữ phiên đăng nhập riêng; hãy đăng xuất ở đó nếu bạn dùng máy chung.',
  'logout.confirm': 'Đăng xuất',
  'logout.stay': 'Vẫn đăng nhập',
  'logged-out.title': 'Bạn đã đăng xuất',
  'logged-out.what': 'Phiên đăng nhập SenID trên trình duyệt này đã kết thúc.',
  'logged-out.shared':
    'Nếu đây là máy dùng chung, hãy đóng tất cả cửa sổ trình duyệt trước khi rời đi.',
} as const;
