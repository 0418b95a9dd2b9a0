/** Activation, and the page of an application. */
export const activate = {
  'enrol.result.code-sent-sms': 'Mã kích hoạt đã được gửi tới điện thoại {destination}.',
  'enrol.result.code-sent-email': 'Mã kích hoạt đã được gửi tới hộp thư {destination}.',
  'enrol.result.activate': 'Nhập mã kích hoạt',
  'enrol.result.running-title': 'Đang đối chiếu',
  'enrol.result.until': 'Kích hoạt chậm nhất vào {time}.',

  'activate.title': 'Kích hoạt tài khoản',
  'activate.lead':
    'Dành cho người đã được báo kết quả. Mã kích hoạt nằm trong tin nhắn hoặc thư báo kết quả.',
  'activate.identifier': 'Số định danh',
  'activate.identifier-hint':
    'Số định danh cá nhân (12 chữ số), hoặc số định danh của người nước ngoài. Chưa biết số định danh? Nhập số hộ chiếu.',
  'activate.code': 'Mã kích hoạt',
  'activate.code-hint': 'Trong tin nhắn hoặc thư báo kết quả. Viết hoa hay viết thường đều được.',
  'activate.missing-identifier': 'Nhập số định danh của bạn',
  'activate.missing-code': 'Nhập mã kích hoạt',
  'activate.wrong': 'Số định danh hoặc mã kích hoạt không đúng. Vui lòng kiểm tra và nhập lại.',
  'activate.expired':
    'Mã kích hoạt đã hết hiệu lực. Hãy mở trang “Hồ sơ của tôi” để nhận mã mới, hoặc hỏi nơi tiếp nhận hồ sơ.',
  'activate.throttled': 'Bạn đã thử quá nhiều lần. Vui lòng đợi {wait} rồi thử lại.',
  'activate.outdated':
    'Tài khoản này vừa được kích hoạt hoặc thay đổi ở nơi khác. Hãy thử đăng nhập, hoặc bắt đầu lại.',
  'activate.new-code': 'Nhận mã kích hoạt mới',
  'activate.otp-title': 'Xác nhận đó là bạn',
  'activate.no-destination':
    'Tài khoản chưa có số điện thoại hay thư điện tử nào để gửi mã. Hãy đến nơi đã tiếp nhận hồ sơ.',
  'activate.sign-in-title': 'Nhập mật khẩu của bạn',
  'activate.sign-in-lead':
    'Bạn đã có tài khoản mức độ 01. Mật khẩu cũ vẫn dùng được; hãy nhập để xác nhận.',
  'activate.password-wrong': 'Mật khẩu không đúng. Vui lòng kiểm tra và nhập lại.',
  'activate.guardian-title': 'Người giám hộ xác nhận',
  'activate.guardian-lead':
    'Tài khoản này do bạn, người giám hộ hoặc người đại diện, sử dụng thay. Hãy xác nhận bằng khóa bảo mật (passkey) của chính bạn.',
  'activate.guardian-not-usable':
    'Hiện tài khoản của người giám hộ chưa dùng được ở mức độ 2, nên chưa kích hoạt được. Nếu tài khoản đó vừa được khôi phục, hãy thử lại sau 24 giờ; nếu đang bị khóa, hãy mở khóa trước.',
  'activate.guardian-password':
    'Tài khoản này do bạn, người giám hộ hoặc người đại diện, sử dụng thay. Hãy nhập mật khẩu tài khoản của chính bạn.',
  'activate.representative-title': 'Người đại diện theo pháp luật xác nhận',
  'activate.representative-not-usable':
    'Hiện tài khoản của người đại diện chưa dùng được ở mức độ 2, nên chưa kích hoạt được. Nếu tài khoản đó vừa được khôi phục, hãy thử lại sau 24 giờ; nếu đang bị khóa, hãy mở khóa trước.',
  'activate.guardian-use': 'Xác nhận bằng khóa bảo mật',
  'activate.cannot-title': 'Chưa kích hoạt được',
  'activate.passkey-lead':
    'Bước cuối để dùng tài khoản mức độ 02: tạo khóa bảo mật (passkey) trên thiết bị của chính bạn.',
  'activate.passkey-later': 'Tiếp tục mà chưa tạo khóa',
  'activate.done-title-1': 'Tài khoản mức độ 01 đã được kích hoạt',
  'activate.done-title-2': 'Tài khoản mức độ 02 đã được kích hoạt',
  'activate.done-lead-2': 'Bạn dùng được mọi tính năng của tài khoản định danh điện tử.',
  'activate.half-title': 'Còn thiếu khóa bảo mật',
  'activate.half-lead':
    'Tài khoản đã được kích hoạt và đăng nhập được bằng mật khẩu cùng mã xác thực. Các tính năng của mức độ 02 chỉ dùng được sau khi có khóa bảo mật (passkey).',
  'activate.half-way':
    'Không tạo được trên thiết bị này? Hãy mở trang tài khoản trên điện thoại hoặc máy tính khác, hoặc dùng khóa bảo mật rời. Dịch vụ cần mức độ 02 cũng sẽ hỏi bạn khi đăng nhập.',
  'activate.half-account': 'Mở trang tài khoản',
  'activate.try-passkey': 'Thử tạo khóa lần nữa',
  'activate.ward-title': 'Tài khoản của người được giám hộ đã được kích hoạt',
  'activate.ward-lead':
    'Bạn sử dụng tài khoản này thay cho {name} bằng tài khoản và khóa bảo mật của chính bạn. Không có mật khẩu riêng.',
  'activate.organisation-title': 'Tài khoản của tổ chức đã được kích hoạt',
  'activate.organisation-lead':
    'Bạn sử dụng tài khoản của {name} bằng tài khoản và khóa bảo mật của chính bạn: khi đăng nhập, chọn tổ chức này. Không có mật khẩu riêng.',

  'application.title': 'Hồ sơ của tôi',
  'application.lead': 'Xem hồ sơ xin cấp tài khoản đang ở đâu và việc gì xảy ra tiếp theo.',
  'application.reference': 'Mã hồ sơ',
  'application.reference-hint':
    'Gồm 12 chữ cái và chữ số, ví dụ 7K2Q-F9XM-PA3T, có ở trang nộp hồ sơ hoặc trên giấy của nơi tiếp nhận. Có gạch nối hay không, chữ hoa hay chữ thường đều được.',
  'application.reference-missing': 'Nhập mã hồ sơ',
  'application.not-found': 'Không có hồ sơ với mã này. Hãy xem lại từng chữ.',
  'application.show': 'Xem hồ sơ',
  'application.no-contact':
    'Hồ sơ này chưa có số điện thoại hay thư điện tử đã xác nhận, nên không thể xem tại đây. Hãy hỏi nơi tiếp nhận.',
  'application.kind': 'Loại hồ sơ',
  'application.status': 'Tình trạng',
  'application.opened': 'Ngày mở hồ sơ',
  'application.due': 'Hạn giải quyết',
  'application.due-on': 'hết ngày {date} ({days} ngày làm việc)',
  'application.due-on-calendar': 'hết ngày {date} ({days} ngày)',
  'application.overdue': 'Hồ sơ đã quá hạn. Nơi tiếp nhận và cấp trên đã thấy điều này.',
  'application.paused': 'Thời hạn tạm dừng vì hồ sơ chưa đủ; còn lại {days} ngày.',
  'application.missing': 'Cần bổ sung',
  'application.next': 'Việc tiếp theo',
  'application.next-applicant': 'Đến lượt bạn: {step}.',
  'application.next-office': 'Nơi tiếp nhận thực hiện: {step}.',
  'application.next-authority': 'Cơ quan quản lý căn cước thực hiện: {step}.',
  'application.next-program': 'SenID tự thực hiện: {step}.',
  'application.decision': 'Quyết định về hồ sơ',
  'application.next-supplement':
    'Đến lượt bạn: mang giấy tờ còn thiếu đến nơi đã tiếp nhận hồ sơ. Thời hạn tính tiếp khi hồ sơ đã đủ.',
  'application.next-nobody': 'Hồ sơ đã kết thúc. Bạn không cần làm gì thêm.',
  'application.next-at': 'Chậm nhất {time}.',
  'application.next-program-at': 'Lần tới vào {time}.',
  'application.history': 'Đã làm',
  'application.refusal': 'Lý do từ chối',
  'application.way-on': 'Việc bạn có thể làm',
  'application.again': 'Nộp hồ sơ mới',
  'application.activate': 'Kích hoạt tài khoản',
  'application.activate-until': 'Hồ sơ đã được duyệt. Hãy kích hoạt chậm nhất vào {time}.',
  'application.renew': 'Gửi lại mã kích hoạt',
  'application.renewed': 'Đã gửi mã kích hoạt mới. Mã cũ không còn dùng được.',
  'application.withdraw': 'Rút hồ sơ',
  'application.withdraw-title': 'Rút hồ sơ?',
  'application.withdraw-lead':
    'Hồ sơ sẽ kết thúc và không có tài khoản nào được cấp. Bạn có thể nộp hồ sơ mới bất cứ lúc nào.',
  'application.withdraw-confirm': 'Rút hồ sơ này',
  'application.withdraw-stay': 'Giữ hồ sơ',
  'application.withdrawn': 'Bạn đã rút hồ sơ.',
  'application.outdated': 'Hồ sơ vừa thay đổi. Đây là tình trạng mới nhất.',
  'application.too-often':
    'Hôm nay mã mới đã được gửi nhiều lần. Hãy dùng mã mới nhất, hoặc yêu cầu mã khác vào ngày mai.',
  'application.not-now': 'Lúc này không làm được việc đó với hồ sơ.',
  'application.close': 'Đóng hồ sơ trên trình duyệt này',
  'sign-in.no-account': 'Bạn chưa có tài khoản?',
  'sign-in.no-account-link': 'Đăng ký tài khoản',
  'not-activated.go': 'Kích hoạt tài khoản',
  'not-activated.step-code': 'Tìm mã kích hoạt trong tin nhắn hoặc thư báo kết quả.',
  'not-activated.step-here':
    'Mở trang kích hoạt, nhập số định danh, mã kích hoạt và mã gửi tới điện thoại.',
  'unreachable.apply': 'Xem hồ sơ đã nộp tại quầy',
  'home.enrol': 'Đăng ký tài khoản mức độ 01',
  'home.enrol-text': 'Tự đăng ký trên trang này, miễn phí, khoảng 10 phút.',
  'home.application': 'Hồ sơ của tôi',
  'home.activate': 'Kích hoạt tài khoản',
} as const;
