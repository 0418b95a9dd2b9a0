export const home = {
  'home.title': 'Một tài khoản để chứng minh bạn là ai',
  'home.lead':
    'SenID giúp ngân hàng, chủ nhà và cơ quan nhà nước biết chắc người đang đăng nhập là bạn, mà chỉ nhận những thông tin bạn đồng ý chia sẻ.',
  'home.point-choice': 'Bạn quyết định',
  'home.point-choice-text':
    'Trước mỗi lần chia sẻ, bạn thấy đúng những thông tin sẽ được gửi, gửi cho ai và để làm gì.',
  'home.point-safe': 'Khó bị giả mạo',
  'home.point-safe-text':
    'Khóa bảo mật (passkey) nằm trong thiết bị của bạn. Trang giả mạo không lấy được nó.',
  'home.point-private': 'Riêng tư',
  'home.point-private-text':
    'Mỗi dịch vụ biết bạn bằng một mã riêng. Số định danh không bao giờ nằm trong địa chỉ trang.',
  'home.how': 'Để đăng nhập',
  'home.how-text':
    'Hãy mở trang của dịch vụ bạn cần và bấm “Đăng nhập bằng định danh điện tử”. Dịch vụ sẽ đưa bạn đến đây.',
  'home.with-account': 'Bạn đã có tài khoản',
  'home.without-account': 'Bạn chưa có tài khoản',
  'home.try': 'Dùng thử',
  'home.try-text': 'Ba dịch vụ mẫu cùng chạy với môi trường thử nghiệm này.',
  'home.personas': 'Nhân vật mẫu và mật khẩu',
  'home.outbox': 'Hộp thư đi (tin nhắn, thư điện tử)',
  'home.developers': 'Dành cho nhà phát triển',
  'home.discovery': 'Cấu hình OpenID Provider',
  'outbox.title': 'Hộp thư đi',
  'outbox.lead':
    'Môi trường thử nghiệm không gửi tin nhắn hay thư thật. Nội dung lẽ ra được gửi nằm ở đây, mới nhất trước.',
  'outbox.empty': 'Chưa có tin nào.',
  'outbox.sms': 'Tin nhắn',
  'outbox.email': 'Thư điện tử',
  'personas.title': 'Nhân vật mẫu',
  'personas.officers': 'Cán bộ',
  'personas.officers-what': 'Những người này làm việc tại',
  'personas.lead':
    'Những người này không có thật: số định danh dùng mã tỉnh không tồn tại. Mật khẩu chung của tất cả:',
  'personas.login': 'Số định danh',
  'personas.codes': 'Mã xác thực nằm trong hộp thư đi.',
} as const;
