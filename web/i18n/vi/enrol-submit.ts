/** The end of an application: check, picture, result, password. */
export const enrolSubmit = {
  'enrol.check.title': 'Kiểm tra câu trả lời',
  'enrol.check.who-citizen': 'Công dân Việt Nam',
  'enrol.check.who-foreigner': 'Người nước ngoài',
  'enrol.check.who': 'Người đăng ký',
  'enrol.check.passport': 'Số hộ chiếu',
  'enrol.check.foreigner-number': 'Số định danh của người nước ngoài',
  'enrol.check.phone': 'Số điện thoại',
  'enrol.check.email': 'Thư điện tử',
  'enrol.check.proven': '{contact} (đã xác nhận)',
  'enrol.check.none': 'Không có',
  'enrol.check.face': 'Ảnh khuôn mặt',
  'enrol.check.face-next': 'Chụp ở bước sau, ngay trước khi nộp',
  'enrol.check.face-there': 'Đã chụp và đã đối chiếu; ảnh không được lưu',
  'enrol.check.consent': 'Điều bạn đồng ý',
  'enrol.check.consent-data-citizen':
    'Số định danh, họ tên, ngày sinh và giới tính bạn khai được đối chiếu với Cơ sở dữ liệu căn cước.',
  'enrol.check.consent-data-foreigner':
    'Số giấy tờ, họ tên, ngày sinh, giới tính và quốc tịch bạn khai được đối chiếu với Cơ sở dữ liệu quốc gia về xuất nhập cảnh.',
  'enrol.check.consent-why':
    'Mục đích duy nhất: chắc chắn người đăng ký là bạn, để cấp tài khoản định danh điện tử mức độ 01 (Nghị định 69/2024/NĐ-CP, Điều 7 và 10).',
  'enrol.check.consent-keep':
    'Thông tin của tài khoản được giữ theo quy định của pháp luật. Bạn có thể rút hồ sơ trước khi có kết quả.',
  'enrol.check.agree': 'Đồng ý và tiếp tục',

  'enrol.photo.title': 'Chụp ảnh khuôn mặt',
  'enrol.photo.lead': 'Tự chụp ngay bây giờ bằng máy ảnh của thiết bị này.',
  'enrol.photo.how-alone': 'Chỉ một mình bạn trong ảnh, nhìn thẳng, mắt mở.',
  'enrol.photo.how-bare': 'Không đeo kính râm, khẩu trang, mũ.',
  'enrol.photo.how-light': 'Đủ sáng, nền đơn giản, mặt chiếm gần hết khung hình.',
  'enrol.photo.label': 'Ảnh khuôn mặt của bạn',
  'enrol.photo.hint': 'Ảnh JPEG hoặc PNG, tối đa 5 MB.',
  'enrol.photo.consent':
    'Ảnh khuôn mặt là dữ liệu cá nhân nhạy cảm. Khi bấm nút dưới đây, bạn đồng ý để ảnh được đối chiếu một lần với ảnh của bạn trong {register}. SenID không lưu ảnh và chỉ nhận được câu trả lời: khớp hay không khớp.',
  'enrol.photo.register-citizen': 'Cơ sở dữ liệu căn cước',
  'enrol.photo.register-foreigner': 'Cơ sở dữ liệu quốc gia về xuất nhập cảnh',
  'enrol.photo.submit': 'Đồng ý, đối chiếu và nộp hồ sơ',
  'enrol.photo.empty': 'Chụp ảnh khuôn mặt của bạn',
  'enrol.photo.too-large': 'Ảnh quá lớn. Chọn ảnh tối đa 5 MB.',
  'enrol.photo.not-a-picture': 'Tệp này không phải ảnh JPEG hay PNG. Hãy chụp lại.',
  'enrol.photo.damaged': 'Ảnh bị lỗi hoặc chưa gửi hết. Hãy chụp lại.',
  'enrol.photo.too-small': 'Ảnh quá nhỏ. Hãy chụp gần hơn.',
  'enrol.photo.poor-sample':
    'Ảnh chưa đủ rõ để đối chiếu. Hãy chụp lại nơi đủ sáng, nhìn thẳng vào máy ảnh. Ảnh này không tính vào {compared} lần đối chiếu trong ngày; mỗi ngày bạn gửi được tối đa {sent} ảnh.',
  'enrol.photo.unknown':
    'Hệ thống đối chiếu chưa trả lời. Hồ sơ chưa được nộp; câu trả lời của bạn vẫn còn. Vì ảnh không được lưu, hãy chụp và gửi lại sau vài phút.',
  'enrol.photo.unknown-register':
    'Chưa liên lạc được với cơ sở dữ liệu của Nhà nước. Hồ sơ chưa được nộp; câu trả lời của bạn vẫn còn. Hãy thử lại sau vài phút.',
  'enrol.photo.throttled':
    'Đã có quá nhiều lần nộp hồ sơ. Vui lòng đợi {wait} rồi thử lại, hoặc đến Công an cấp xã.',

  'enrol.refused.title': 'Chưa cấp được tài khoản',
  'enrol.refused.article': 'Căn cứ: {article}',
  'enrol.refused.why': 'Lý do',
  'enrol.refused.next': 'Việc bạn có thể làm',
  'enrol.refused.again': 'Sửa câu trả lời và nộp lại',
  'enrol.refused.nothing-kept': 'Chưa có tài khoản nào được tạo. Ảnh của bạn không được lưu.',

  'enrol.pending.title': 'Đã nhận hồ sơ',
  'enrol.pending.lead':
    'Chúng tôi chưa liên lạc được với cơ sở dữ liệu của Nhà nước. Bạn không cần làm gì thêm: SenID tự tiếp tục.',
  'enrol.pending.again': 'SenID hỏi lại cơ sở dữ liệu vào {time}.',
  'enrol.pending.told-sms': 'Kết quả được báo tới điện thoại {destination}.',
  'enrol.pending.told-email': 'Kết quả được báo tới hộp thư {destination}.',
  'enrol.pending.due': 'Chậm nhất đến hết ngày {date} (01 ngày làm việc).',
  'enrol.pending.reference': 'Mã hồ sơ của bạn',
  'enrol.pending.keep':
    'Ghi lại mã này. Dùng mã để xem hồ sơ bất cứ lúc nào tại trang “Hồ sơ của tôi”.',
  'enrol.pending.look': 'Xem hồ sơ',

  'enrol.approved.title': 'Tài khoản mức độ 01 của bạn đã sẵn sàng',
  'enrol.approved.lead': 'Thông tin và ảnh của bạn khớp với dữ liệu của Nhà nước.',
  'enrol.approved.next': 'Chỉ còn một bước: đặt mật khẩu.',
  'enrol.approved.password': 'Đặt mật khẩu',

  'password.title': 'Đặt mật khẩu',
  'password.lead':
    'Bạn đăng nhập bằng số định danh và mật khẩu này, cùng một mã gửi tới điện thoại hoặc hộp thư.',
  'password.new': 'Mật khẩu mới',
  'password.hint':
    'Ít nhất {least} ký tự. Một câu dễ nhớ tốt hơn một từ khó nhớ. Không dùng mật khẩu của trang khác.',
  'password.set': 'Đặt mật khẩu',
  'password.missing': 'Nhập mật khẩu mới',
  'password.too-short': 'Mật khẩu cần ít nhất {least} ký tự',
  'password.too-long': 'Mật khẩu quá dài. Nhập tối đa 256 byte.',
  'password.common': 'Mật khẩu này quá dễ đoán. Hãy chọn mật khẩu khác.',
  'password.personal':
    'Mật khẩu chứa số định danh, số điện thoại hoặc tên của bạn. Hãy chọn mật khẩu khác.',
  'password.busy': 'Hệ thống đang bận. Vui lòng đợi vài giây rồi thử lại.',

  'enrol.done.title': 'Bạn đã có tài khoản mức độ 01',
  'enrol.done.lead': 'Từ bây giờ bạn đăng nhập được tại các dịch vụ chấp nhận tài khoản mức độ 01.',
  'enrol.done.number': 'Tên đăng nhập của bạn là số định danh {masked}.',
  'enrol.done.back-home': 'Hãy mở trang của dịch vụ và bấm “Đăng nhập bằng định danh điện tử”.',
  'enrol.done.level-2':
    'Muốn dùng mọi tính năng, hãy đăng ký mức độ 02 trực tiếp: công dân tại Công an cấp xã, người nước ngoài tại cơ quan quản lý xuất nhập cảnh.',
  'enrol.done.passkey-made': 'Khóa bảo mật (passkey) đã được tạo trên thiết bị này.',
  'enrol.done.passkey-title': 'Nên làm ngay: tạo khóa bảo mật (passkey)',
  'enrol.done.passkey-text':
    'Lần sau bạn đăng nhập bằng vân tay, khuôn mặt hoặc mã mở khóa của thiết bị, không cần mật khẩu và mã.',
  'enrol.done.passkey-link': 'Tạo khóa bảo mật',
  'enrol.done.without': 'Để sau',
} as const;
