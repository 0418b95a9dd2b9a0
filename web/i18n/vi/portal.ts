export const portal = {
  'portal.not-signed-in': 'Bạn chưa đăng nhập',
  'portal.not-signed-in-gone':
    'Lần đăng nhập này đã hết hạn, đã được dùng hoặc được bắt đầu ở trình duyệt khác.',
  'portal.not-signed-in-declined': 'Bạn đã hủy đăng nhập, hoặc tài khoản hiện không dùng được.',
  'portal.not-signed-in-level':
    'Trang này yêu cầu tài khoản mức độ 02 và xác thực bằng khóa bảo mật (passkey). Lần đăng nhập này chưa đạt.',
  'portal.not-signed-in-failed': 'Không xác nhận được lần đăng nhập này.',
  'portal.again-next': 'Chưa có gì thay đổi. Bạn có thể đăng nhập lại ngay.',
  'portal.level-next':
    'Muốn có tài khoản mức độ 02, hãy đến công an cấp xã; người nước ngoài đến cơ quan quản lý xuất nhập cảnh. Nếu đã có, hãy đăng nhập lại và dùng khóa bảo mật.',
  'portal.again': 'Đăng nhập lại',
  'portal.sign-in': 'Đăng nhập',
  'portal.sign-out': 'Đăng xuất',
  'portal.signed-out': 'Bạn đã đăng xuất',
  'portal.signed-out-what': 'Phiên làm việc trên trang này đã kết thúc.',
  'portal.signed-in-as': 'Đang đăng nhập: {name}',
  'portal.navigation': 'Các trang',
} as const;
