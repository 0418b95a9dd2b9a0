/** Level 1 by oneself. */
export const enrol = {
  'enrol.start.title': 'Đăng ký tài khoản định danh điện tử mức độ 01',
  'enrol.start.lead':
    'Bạn tự đăng ký ngay trên trang này, không phải đến cơ quan nào. Đăng ký miễn phí và mất khoảng 10 phút.',
  'enrol.start.need': 'Bạn cần có',
  'enrol.start.need-number':
    'Số định danh cá nhân; nếu là người nước ngoài: số hộ chiếu hoặc số định danh của người nước ngoài',
  'enrol.start.need-phone': 'Số thuê bao di động chính chủ, để nhận mã xác thực',
  'enrol.start.need-camera': 'Thiết bị có máy ảnh, để tự chụp ảnh khuôn mặt của bạn',
  'enrol.start.then': 'Các bước',
  'enrol.start.step-declare':
    'Bạn khai thông tin và chụp ảnh khuôn mặt; SenID đối chiếu với dữ liệu của Nhà nước.',
  'enrol.start.step-result':
    'Thường có kết quả ngay. Chậm nhất là 01 ngày làm việc (Nghị định 69/2024/NĐ-CP, Điều 13).',
  'enrol.start.step-password': 'Được cấp tài khoản, bạn đặt mật khẩu và đăng nhập được ngay.',
  'enrol.start.begin': 'Bắt đầu',
  'enrol.start.continue': 'Tiếp tục đăng ký',
  'enrol.start.under-way':
    'Bạn đang đăng ký dở trên trình duyệt này. Những gì đã khai được giữ trong 24 giờ, cho đến khi bạn đóng trình duyệt.',
  'enrol.start.forget': 'Xóa và làm lại từ đầu',
  'enrol.start.already': 'Bạn đã đăng ký?',
  'enrol.start.application-link': 'Xem hồ sơ đã nộp',
  'enrol.start.activate-link': 'Kích hoạt tài khoản bằng mã kích hoạt',
  'enrol.start.level-2': 'Cần tài khoản mức độ 02?',
  'enrol.start.level-2-text':
    'Mức độ 02 phải làm trực tiếp: công dân đến bất kỳ Công an cấp xã nào, người nước ngoài đến cơ quan quản lý xuất nhập cảnh. Không cần có mức độ 01 trước.',
  'enrol.step-of': 'Bước {step} trên {steps}',
  'enrol.back': 'Quay lại bước trước',
  'enrol.saved':
    'Câu trả lời được giữ trên trình duyệt này trong 24 giờ. Bạn có thể rời trang và quay lại sau.',
  'enrol.home': 'Về trang đầu',

  'enrol.who.title': 'Bạn đăng ký cho ai?',
  'enrol.who.citizen': 'Cho tôi, công dân Việt Nam từ đủ 14 tuổi',
  'enrol.who.foreigner': 'Cho tôi, người nước ngoài từ đủ 14 tuổi',
  'enrol.who.ward': 'Cho con tôi dưới 14 tuổi, hoặc người tôi giám hộ, đại diện',
  'enrol.who.missing': 'Chọn người được đăng ký',

  'enrol.ward.title': 'Người giám hộ đăng ký thay',
  'enrol.ward.lead':
    'Với người dưới 14 tuổi, người được giám hộ và người được đại diện, người giám hộ hoặc người đại diện khai thay bằng tài khoản mức độ 02 của chính mình (Nghị định 69/2024/NĐ-CP, Điều 10 và 11).',
  'enrol.ward.how': 'Cách làm',
  'enrol.ward.step-sign-in': 'Người giám hộ đăng nhập vào trang tài khoản của mình.',
  'enrol.ward.step-declare': 'Chọn đăng ký cho con hoặc người được giám hộ và làm theo hướng dẫn.',
  'enrol.ward.step-counter':
    'Chưa có tài khoản mức độ 02? Hãy cùng nhau đến Công an cấp xã; người nước ngoài đến cơ quan quản lý xuất nhập cảnh.',
  'enrol.ward.sign-in': 'Đăng nhập với tư cách người giám hộ',

  'enrol.number.title-citizen': 'Số định danh cá nhân của bạn',
  'enrol.number.title-foreigner': 'Số hộ chiếu hoặc số định danh của bạn',
  'enrol.number.citizen': 'Số định danh cá nhân',
  'enrol.number.citizen-hint': 'Gồm 12 chữ số, in trên thẻ căn cước.',
  'enrol.number.foreigner': 'Số hộ chiếu hoặc số định danh của người nước ngoài',
  'enrol.number.foreigner-hint':
    'Số định danh của người nước ngoài gồm chữ F và 11 chữ số. Không biết số đó thì nhập số hộ chiếu.',
  'enrol.number.malformed-citizen': 'Nhập đủ 12 chữ số của số định danh cá nhân',
  'enrol.number.malformed-foreigner':
    'Nhập số hộ chiếu (5 đến 20 chữ cái và chữ số) hoặc số định danh của người nước ngoài',

  'enrol.phone.title': 'Số điện thoại của bạn',
  'enrol.phone.label': 'Số thuê bao di động chính chủ',
  'enrol.phone.hint':
    'Ví dụ: 0912 345 678. Chúng tôi gửi mã xác thực tới số này ngay, và sau này mỗi khi bạn đăng nhập.',
  'enrol.phone.malformed': 'Nhập số di động, ví dụ 0912 345 678, hoặc +82 10 1234 5678',
  'enrol.phone.one-person':
    'Mỗi số điện thoại chỉ gắn với tài khoản của một người tự đăng ký. Đừng dùng số của người khác.',
  'enrol.phone.none': 'Tôi không có số điện thoại',
  'enrol.phone.none-hint': 'Người nước ngoài có thể dùng thư điện tử thay cho số điện thoại.',
  'enrol.phone.send': 'Gửi mã xác thực',
  'enrol.too-soon': 'Đã gửi quá nhiều mã. Vui lòng đợi {wait} rồi thử lại.',

  'enrol.code.title-sms': 'Nhập mã gửi tới điện thoại',
  'enrol.code.title-email': 'Nhập mã gửi tới hộp thư',
  'enrol.code.change-sms': 'Dùng số điện thoại khác',
  'enrol.code.change-email': 'Dùng địa chỉ thư khác',

  'enrol.taken.title': 'Số điện thoại này đã gắn với một tài khoản',
  'enrol.taken.lead':
    'Bạn vừa chứng minh đang dùng số này. Số này đang gắn với một tài khoản định danh điện tử khác.',
  'enrol.taken.legend': 'Tài khoản đó là của ai?',
  'enrol.taken.mine': 'Là tài khoản của tôi',
  'enrol.taken.mine-hint': 'Bạn không cần đăng ký nữa: hãy đăng nhập tại dịch vụ bạn cần.',
  'enrol.taken.not-mine': 'Không phải của tôi, nhưng số điện thoại là của tôi',
  'enrol.taken.not-mine-hint':
    'Ví dụ bạn mua lại số đã qua sử dụng. Khi tài khoản của bạn được cấp, số này được gỡ khỏi tài khoản kia và chủ tài khoản đó được báo.',
  'enrol.taken.other': 'Tôi muốn dùng số điện thoại khác',
  'enrol.taken.missing': 'Chọn một câu trả lời',
  'enrol.taken.counter':
    'Số này đã được xác nhận trực tiếp cho tài khoản kia nên không chuyển được, cả tại đây lẫn tại quầy tiếp nhận. Hãy dùng số chính chủ khác; hoặc làm lại sau khi chủ tài khoản kia đã đổi sang số khác tại trang tài khoản của họ.',
  'enrol.mine.title': 'Bạn đã có tài khoản',
  'enrol.mine.lead': 'Hãy mở trang của dịch vụ và bấm “Đăng nhập bằng định danh điện tử”.',
  'enrol.mine.recover': 'Quên mật khẩu hoặc mất thiết bị? Bạn có thể khôi phục tài khoản.',
  'enrol.mine.recover-link': 'Khôi phục tài khoản',
  'enrol.mine.account-link': 'Vào trang tài khoản',

  'enrol.email.title': 'Thư điện tử của bạn',
  'enrol.email.label': 'Địa chỉ thư điện tử',
  'enrol.email.label-optional': 'Địa chỉ thư điện tử (không bắt buộc)',
  'enrol.email.hint':
    'Dùng để báo kết quả và báo khi có thay đổi trên tài khoản. Chúng tôi gửi mã để xác nhận địa chỉ.',
  'enrol.email.malformed': 'Nhập địa chỉ thư, ví dụ ten@vidu.vn',
  'enrol.email.skip': 'Bỏ qua, không dùng thư điện tử',

  'enrol.details.title': 'Thông tin của bạn',
  'enrol.details.lead': 'Khai đúng như trên giấy tờ. Chúng tôi đối chiếu với dữ liệu của Nhà nước.',
  'enrol.details.name': 'Họ, chữ đệm và tên',
  'enrol.details.name-hint-citizen': 'Ví dụ: Nguyễn Văn An',
  'enrol.details.name-hint-foreigner': 'Như trên hộ chiếu, họ viết trước. Ví dụ: KIM MIN JUN',
  'enrol.details.name-missing': 'Nhập họ, chữ đệm và tên',
  'enrol.details.birthdate': 'Ngày, tháng, năm sinh',
  'enrol.details.birthdate-hint': 'Ví dụ: 17 5 1990',
  'enrol.details.birthdate-hint-year':
    'Nếu giấy tờ chỉ ghi năm sinh thì để trống ngày và tháng. Ví dụ: 25 7 1988',
  'enrol.details.birthdate-malformed': 'Nhập ngày sinh có thật, ví dụ 17 5 1990',
  'enrol.details.birthdate-future': 'Ngày sinh phải ở trong quá khứ',
  'enrol.details.sex': 'Giới tính',
  'enrol.details.male': 'Nam',
  'enrol.details.female': 'Nữ',
  'enrol.details.sex-missing': 'Chọn giới tính ghi trên giấy tờ',
  'enrol.details.nationality': 'Quốc tịch',
  'enrol.details.nationality-empty': 'Chọn quốc tịch',
  'enrol.details.nationality-missing': 'Chọn quốc tịch ghi trên hộ chiếu',
  'enrol.details.too-young-next':
    'Cha, mẹ, người đại diện hoặc người giám hộ đăng ký thay bằng tài khoản của chính mình:',
  'enrol.details.too-young':
    'Người chưa đủ 14 tuổi do người giám hộ hoặc người đại diện đăng ký thay',
} as const;
