export const keeping = {
  'keys.title': 'Khóa bảo mật (passkey)',
  'keys.lead':
    'Mỗi khóa nằm trong một thiết bị hoặc trong kho khóa của bạn. Mọi thay đổi đều được báo qua tin nhắn và thư điện tử.',
  'keys.none': 'Bạn chưa có khóa bảo mật nào.',
  'keys.since': 'Thêm lúc {time}',
  'keys.used': 'Dùng lần cuối lúc {time}',
  'keys.unused': 'Chưa dùng lần nào',
  'keys.bound': 'Chỉ nằm trên một thiết bị',
  'keys.synced': 'Đồng bộ giữa các thiết bị',
  'keys.this': 'Vừa dùng để đăng nhập tại đây',
  'keys.add': 'Thêm khóa bảo mật',
  'keys.rename': 'Đổi tên',
  'keys.name': 'Tên của khóa',
  'keys.remove': 'Xóa khóa này',
  'keys.most': 'Một tài khoản có tối đa {count} khóa. Hãy xóa một khóa trước khi thêm khóa mới.',
  'keys.added': 'Đã thêm khóa bảo mật.',
  'keys.renamed': 'Đã đổi tên khóa bảo mật.',
  'keys.removed': 'Đã xóa khóa bảo mật. Phiên đăng nhập dựa trên khóa đó đã kết thúc.',
  'keys.name-missing': 'Nhập tên có từ 1 đến {max} ký tự.',
  'keys.removal-refused':
    'Chưa xóa được. Khóa cuối cùng chỉ xóa được bằng chính khóa đó. Nếu bạn đã mất nó, hãy khôi phục tài khoản.',
  'not-me.title': 'Không phải tôi',
  'not-me.lead':
    'Bạn nhận được thông báo về một việc bạn không làm? Nhập mã trong tin nhắn hoặc thư. Bạn không cần đăng nhập.',
  'not-me.code': 'Mã trong thông báo',
  'not-me.code-hint': 'Gồm 12 chữ và số, ví dụ 7K2M-Q8RT-3WXC.',
  'not-me.what': 'Khi bạn bấm nút, ngay lập tức:',
  'not-me.what-locked': 'tài khoản bị khóa theo yêu cầu của chính bạn, không ai đăng nhập được;',
  'not-me.what-ended': 'mọi phiên đăng nhập và quyền đã cấp cho dịch vụ đều kết thúc;',
  'not-me.what-cancelled': 'các thay đổi đang chờ bị hủy, khóa bảo mật thêm từ lúc đó bị xóa.',
  'not-me.back': 'Để dùng lại tài khoản, bạn khôi phục trực tuyến hoặc đến quầy tiếp nhận.',
  'not-me.do': 'Bảo vệ tài khoản ngay',
  'not-me.unknown': 'Mã không đúng, đã được dùng hoặc đã hết hạn.',
  'not-me.limited': 'Đã thử quá nhiều lần. Hãy thử lại sau {wait}.',
  'not-me.done-title': 'Tài khoản đã được bảo vệ',
  'not-me.done':
    'Tài khoản đã bị khóa và mọi phiên đăng nhập đã kết thúc. Chúng tôi đã báo đến mọi số điện thoại và thư điện tử của tài khoản.',
  'not-me.done-next':
    'Tiếp theo: khi đã sẵn sàng, hãy khôi phục tài khoản. Nếu điện thoại của bạn cũng bị mất, hãy đến quầy tiếp nhận và mang theo giấy tờ tùy thân.',
  'not-me.signed-in-lead': 'Bạn đang đăng nhập. Bấm nút nếu bạn thấy một việc mà bạn không làm.',
  'not-me.since': 'Việc lạ bắt đầu từ khi nào?',
  'not-me.since-day': 'Trong 24 giờ qua',
  'not-me.since-week': 'Trong 7 ngày qua',
  'lock.title': 'Khóa tài khoản',
  'lock.lead':
    'Phiếu đề nghị khóa, mở khóa tài khoản định danh điện tử (TK03). Việc khóa được thực hiện ngay.',
  'lock.effects':
    'Không ai đăng nhập được, kể cả bạn. Mọi phiên đăng nhập và quyền đã cấp cho dịch vụ đều kết thúc. Dịch vụ chỉ biết tài khoản không dùng được, không biết lý do.',
  'lock.why': 'Vì sao bạn khóa?',
  'lock.precaution': 'Tạm thời không dùng',
  'lock.precaution-hint': 'Mở khóa được ngay trên trình duyệt bằng khóa bảo mật (passkey) của bạn.',
  'lock.device_lost': 'Mất điện thoại hoặc thiết bị có khóa bảo mật',
  'lock.device_lost-hint':
    'Khóa bảo mật không mở khóa được. Bạn cần khôi phục tài khoản hoặc đến quầy tiếp nhận.',
  'lock.no-passkey':
    'Bạn chưa có khóa bảo mật (passkey). Bạn chỉ mở khóa được bằng cách khôi phục tài khoản hoặc đến quầy tiếp nhận.',
  'lock.do': 'Khóa tài khoản ngay',
  'lock.choose': 'Chọn lý do khóa.',
  'lock.done-title': 'Tài khoản đã bị khóa',
  'lock.done': 'Việc khóa có hiệu lực ngay. Mọi phiên đăng nhập đã kết thúc.',
  'unlock.title': 'Mở khóa tài khoản',
  'unlock.lead':
    'Nếu bạn đã tự khóa tài khoản, bạn mở lại ngay tại đây bằng khóa bảo mật (passkey) có từ trước khi khóa.',
  'unlock.do': 'Mở khóa bằng khóa bảo mật',
  'unlock.done-title': 'Đã mở khóa',
  'unlock.done': 'Tài khoản dùng được trở lại. Hãy đăng nhập.',
  'unlock.still':
    'Khóa theo yêu cầu của bạn đã được gỡ, nhưng tài khoản vẫn bị khóa vì lý do khác.',
  'unlock.refused':
    'Không mở khóa được bằng cách này. Hãy khôi phục tài khoản hoặc đến quầy tiếp nhận.',
  'unlock.other': 'Cách khác: khôi phục tài khoản',
  'everywhere.title': 'Đăng xuất ở mọi nơi',
  'everywhere.lead':
    'Mọi phiên đăng nhập của bạn kết thúc, trên mọi trình duyệt và mọi dịch vụ, kể cả tại đây. Tài khoản không bị khóa.',
  'everywhere.do': 'Đăng xuất ở mọi nơi',
  'everywhere.done-title': 'Đã đăng xuất ở mọi nơi',
  'everywhere.done': 'Mọi phiên đăng nhập đã kết thúc. Bạn có thể đăng nhập lại.',
} as const;
