export const account = {
  'account.title': 'Tài khoản của tôi',
  'account.back': 'Về trang tài khoản',
  'account.level-1-for':
    'Tài khoản mức độ 01: xem thông tin định danh điện tử và dùng những dịch vụ chấp nhận mức cơ bản.',
  'account.level-2-for':
    'Tài khoản mức độ 02: dùng mọi dịch vụ, kể cả ngân hàng, khi xác thực bằng khóa bảo mật (passkey).',
  'account.cooling-down':
    'Tài khoản vừa được khôi phục. Đến {until}, tài khoản chỉ đạt mức cơ bản và chưa đổi được thông tin liên hệ.',
  'account.how-level-2': 'Cách lên mức độ 02',
  'account.documents': 'Giấy tờ',
  'account.valid-until': 'có hiệu lực đến hết ngày {date}',
  'account.warned': 'Chúng tôi nhắc bạn trước 30, 7 và 1 ngày khi giấy tờ sắp hết hiệu lực.',
  'account.data': 'Thông tin định danh',
  'account.data-lead':
    'SenID lấy những thông tin này từ cơ sở dữ liệu của Nhà nước. Không ai sửa được tại đây, kể cả bạn và nhân viên SenID.',
  'account.data-correct': 'Thông tin đến từ đâu, sửa ở đâu',
  'account.waiting': 'Đang chờ',
  'account.waiting-none': 'Không có gì đang chờ bạn.',
  'account.change-phone': 'Đổi số điện thoại thành {masked}, có hiệu lực từ {time}',
  'account.change-email': 'Đổi thư điện tử thành {masked}, có hiệu lực từ {time}',
  'account.change-recovery': 'Khôi phục tài khoản, có hiệu lực từ {time}',
  'account.call-off': 'Hủy yêu cầu này',
  'account.unread': 'Mới: {count}',
  'account.wards': 'Người được giám hộ, đại diện',
  'account.ward-use':
    'Dưới 14 tuổi: người giám hộ sử dụng tài khoản thay. Từ 7 tuổi, việc chia sẻ thông tin cần cả hai cùng đồng ý.',
  'account.ward-own': 'Từ 14 tuổi: tự sử dụng tài khoản bằng số điện thoại của mình.',
  'account.ward-represented':
    'Bạn đại diện cho người này: chọn người này khi đăng nhập bằng tài khoản của chính bạn.',
  'account.ward-organisation':
    'Tổ chức do bạn đại diện theo pháp luật. Bạn sử dụng bằng tài khoản mức độ 02 của chính mình.',
  'account.ward-recover': 'Khôi phục tài khoản của {name}',
  'account.ward-apply': 'Đăng ký tài khoản mức độ 01 cho người được giám hộ',
  'account.safety': 'An toàn',
  'account.contacts': 'Số điện thoại và thư điện tử',
  'account.passkeys': 'Khóa bảo mật (passkey)',
  'account.notices': 'Thông báo',
  'account.sign-out-everywhere': 'Đăng xuất ở mọi nơi',
  'account.lock': 'Khóa tài khoản (TK03)',
  'account.not-me': 'Không phải tôi',
  'account.none': 'Chưa có',
  'account.outdated': 'Có thay đổi khác vừa xảy ra cùng lúc. Hãy xem lại rồi thử lần nữa.',
  'account.restored':
    'Đây là nội dung bạn đã nhập trước khi đăng nhập lại. Chưa có gì được gửi đi.',
  'account.called-off': 'Đã hủy. Không có gì thay đổi.',
  'account.call-off-late': 'Yêu cầu này đã có hiệu lực hoặc đã được hủy trước đó.',
  'source.title': 'Thông tin đến từ đâu, sửa ở đâu',
  'source.lead':
    'Khi nơi quản lý sửa dữ liệu gốc, SenID tự cập nhật. Bạn không cần nộp lại giấy tờ nào cho SenID.',
  'source.population':
    'Cơ sở dữ liệu quốc gia về dân cư, Cơ sở dữ liệu căn cước. Sai sót: mang thẻ căn cước và giấy tờ chứng minh đến Công an cấp xã nơi cư trú.',
  'source.civil':
    'Cơ sở dữ liệu hộ tịch. Sai sót: đề nghị cải chính hộ tịch tại Ủy ban nhân dân cấp xã, sau đó dữ liệu dân cư được cập nhật.',
  'source.immigration':
    'Cơ sở dữ liệu quốc gia về xuất nhập cảnh. Sai sót: mang hộ chiếu đến cơ quan quản lý xuất nhập cảnh của Bộ Công an hoặc Công an cấp tỉnh.',
  'source.you': 'Bạn tự khai báo và tự thay đổi tại trang này.',
  'contacts.title': 'Số điện thoại và thư điện tử',
  'contacts.lead':
    'Mã xác thực và thông báo được gửi đến đây. Số điện thoại hoặc thư điện tử mới có hiệu lực sau 24 giờ; cả cũ lẫn mới đều được báo.',
  'contacts.phone': 'Số điện thoại',
  'contacts.email': 'Thư điện tử',
  'contacts.change-phone': 'Đổi số điện thoại',
  'contacts.change-email': 'Đổi thư điện tử',
  'contacts.new-phone': 'Số điện thoại mới',
  'contacts.new-phone-hint':
    'Số thuê bao di động chính chủ. Ví dụ: 0912 345 678. Số nước ngoài bắt đầu bằng dấu +.',
  'contacts.new-email': 'Thư điện tử mới',
  'contacts.new-email-hint': 'Ví dụ: ten@vidu.vn',
  'contacts.send': 'Gửi mã đến đó',
  'contacts.what-next':
    'Chúng tôi gửi một mã đến đó để chắc rằng đó là của bạn. Nơi cũ nhận một mã để hủy.',
  'contacts.invalid-phone': 'Nhập một số điện thoại di động đúng.',
  'contacts.invalid-email': 'Nhập một địa chỉ thư điện tử đúng.',
  'contacts.same': 'Đây đang là thông tin liên hệ của bạn.',
  'contacts.taken':
    'Số điện thoại này đang gắn với một tài khoản khác nên chưa được thêm vào tài khoản của bạn. Hãy dùng số chính chủ khác; hoặc làm lại sau khi chủ tài khoản kia đã đổi sang số khác.',
  'contacts.waiting': 'Một thay đổi khác đang chờ. Hủy nó trước, rồi yêu cầu thay đổi mới.',
  'contacts.cooling_down':
    'Tài khoản vừa được khôi phục. Bạn đổi được thông tin liên hệ sau khi hết 24 giờ.',
  'contacts.guardians_contacts':
    'Chủ tài khoản chưa đủ 14 tuổi dùng số điện thoại của người giám hộ.',
  'contacts.limited': 'Đã gửi quá nhiều mã. Hãy thử lại sau {wait}.',
  'contacts.code-title': 'Nhập mã vừa gửi',
  'contacts.code-lead': 'Mã gồm 6 chữ số đã được gửi đến {masked}, có hiệu lực trong 5 phút.',
  'contacts.code': 'Mã xác thực',
  'contacts.code-confirm': 'Xác nhận',
  'contacts.code-wrong': 'Mã chưa đúng. Còn {count} lần thử.',
  'contacts.code-over': 'Mã không còn hiệu lực. Hãy gửi mã mới.',
  'contacts.code-again': 'Gửi mã khác hoặc sửa lại',
  'contacts.requested':
    'Đã ghi nhận. Thay đổi có hiệu lực từ {time}. Trước lúc đó bạn vẫn dùng thông tin cũ và có thể hủy.',
  'contacts.changed': 'Đã thay đổi.',
  'contacts.language': 'Ngôn ngữ của tin nhắn và thư',
  'contacts.language-hint':
    'Dùng cho mọi thông báo và yêu cầu xác nhận gửi cho bạn từ nay. Tin nhắn tiếng Việt được viết không dấu.',
  'contacts.language-choose': 'Lưu ngôn ngữ',
  'contacts.language-vi': 'tiếng Việt',
  'contacts.language-en': 'tiếng Anh',
  'contacts.language-done': 'Đã lưu. Từ nay bạn được báo bằng {language}.',
  'notices.title': 'Thông báo',
  'notices.lead':
    'Mới nhất ở trên. Những thông báo này cũng đã được gửi qua tin nhắn và thư điện tử.',
  'notices.none': 'Chưa có thông báo nào.',
  'notices.new': 'Mới',

  'ward-apply.title': 'Đăng ký tài khoản mức độ 01 cho người được giám hộ',
  'ward-apply.lead':
    'Khai thông tin của con hoặc người bạn giám hộ, đại diện. Thông tin được đối chiếu với cơ sở dữ liệu; mã và thông báo được gửi đến số điện thoại của bạn.',
  'ward-apply.number-hint':
    'Số định danh của người được giám hộ: 12 chữ số; với người nước ngoài, chữ F và 11 chữ số.',
  'ward-apply.photo': 'Chụp ảnh khuôn mặt: {name}',
  'ward-apply.photo-lead': 'Chụp một mình người được giám hộ, nhìn thẳng, đủ sáng.',
  'ward-apply.photo-label': 'Ảnh khuôn mặt của {name}',
  'ward-apply.photo-empty': 'Chụp ảnh khuôn mặt của {name}',
  'ward-apply.consent':
    'Khi gửi ảnh, bạn đồng ý thay cho người được giám hộ để ảnh được đối chiếu với ảnh trong cơ sở dữ liệu. Ảnh không được lưu lại ở đây.',
  'ward-apply.throttled':
    'Đã thử quá nhiều lần trong ngày. Hãy thử lại vào ngày mai hoặc đến cơ quan công an.',
  'ward-apply.received': 'Đã nhận hồ sơ của {name}',
  'ward-apply.approved': 'Tài khoản mức độ 01 của {name} đã được cấp, chờ kích hoạt',
  'ward-apply.done': 'Tài khoản của {name} đã được kích hoạt',
  'ward-apply.refused': 'Chưa cấp được tài khoản cho {name}',
  'ward-apply.code-sent':
    'Mã kích hoạt đã được gửi đến số điện thoại {destination} của bạn. Bạn kích hoạt tài khoản bằng mã này và tài khoản của chính bạn.',
} as const;
