export const device = {
  'device.title': 'Đăng nhập trên thiết bị khác',
  'device.lead': 'Nhập mã đang hiện trên tivi, máy in hoặc thiết bị bạn muốn đăng nhập.',
  'device.prefilled':
    'Mã dưới đây có trùng với mã trên thiết bị của bạn không? Chỉ tiếp tục nếu trùng khớp.',
  'device.code': 'Mã trên thiết bị',
  'device.code-hint':
    'Gồm 8 chữ cái, ví dụ BCDF-GHJK. Viết hoa hay viết thường, có gạch nối hay không đều được. Nếu chữ bị đổi khi gõ, hãy tắt bộ gõ tiếng Việt.',
  'device.warning':
    'SenID không bao giờ gọi điện hay nhắn tin bảo bạn nhập mã. Nếu có người gửi mã cho bạn, đó là lừa đảo: hãy đóng trang này.',
  'device.missing': 'Nhập mã đang hiện trên thiết bị',
  'device.not-found': 'Không có mã này. Hãy xem lại từng chữ trên thiết bị.',
  'device.expired': 'Mã này đã hết hạn. Hãy lấy mã mới trên thiết bị.',
  'device.used': 'Mã này đã được dùng. Hãy lấy mã mới trên thiết bị.',
  'device.too-many': 'Bạn đã thử quá nhiều mã. Hãy đợi vài phút rồi thử lại.',
  'device.try-again': 'Trang đã mở quá lâu hoặc được mở ở hai nơi. Hãy nhập lại mã.',
  'device.confirm-title': '{service} muốn đăng nhập trên một thiết bị khác',
  'device.confirm-lead':
    'Bạn sắp đăng nhập cho một thiết bị khác, không phải thiết bị đang cầm. Người dùng thiết bị đó sẽ vào {service} với tên của bạn.',
  'device.confirm-code': 'Thiết bị phải đang hiện đúng mã này:',
  'device.confirm-when': 'Thiết bị xin mã lúc {time}.',
  'device.same-network': 'Thiết bị dùng cùng kết nối mạng với bạn.',
  'device.other-network':
    'Thiết bị dùng một kết nối mạng khác với bạn. Nếu thiết bị không ở ngay trước mặt bạn, hãy từ chối.',
  'device.asks': 'Dịch vụ xin những thông tin này; bạn sẽ được hỏi lại trước khi chia sẻ:',
  'device.only-if':
    'Chỉ tiếp tục nếu chính bạn vừa bắt đầu đăng nhập trên thiết bị đó. Nếu có người gửi cho bạn mã hay đường liên kết này, hãy từ chối.',
  'device.confirm': 'Đúng, thiết bị của tôi',
  'device.deny': 'Từ chối',
  'device.done-title': 'Thiết bị của bạn đã đăng nhập',
  'device.done': 'Bạn có thể đóng trang này và quay lại thiết bị kia.',
  'device.denied-title': 'Bạn đã từ chối',
  'device.denied': 'Thiết bị kia không được đăng nhập và không nhận được thông tin nào.',
  'device.denied-next': 'Nếu có người bảo bạn nhập mã, hãy ngừng liên lạc với người đó.',
  'device.level-title': 'Chưa đạt mức bảo đảm',
  'device.level':
    'Dịch vụ yêu cầu mức bảo đảm mà lần đăng nhập này chưa đạt được. Thiết bị kia không được đăng nhập.',
  'device.failed-title': 'Thiết bị chưa được đăng nhập',
  'device.failed':
    'Lượt đăng nhập này đã hết hạn, đã được dùng hoặc bị gián đoạn. Thiết bị kia không nhận được thông tin nào.',
  'device.again': 'Nhập một mã khác',
  'device.elsewhere': 'Trên một thiết bị khác',
  'device.cancel': 'Hủy đăng nhập',
} as const;
