export const recover = {
  'recover.title': 'Khôi phục tài khoản',
  'recover.lead': 'Khi bạn không còn điện thoại, mật khẩu hoặc khóa bảo mật (passkey) cũ.',
  'recover.online': 'Tự khôi phục tại đây',
  'recover.online-text':
    'Bạn cần: số định danh, giấy tờ, ảnh khuôn mặt chụp ngay bây giờ, và một số điện thoại hoặc thư điện tử đã đăng ký mà bạn vẫn dùng được.',
  'recover.online-when':
    'Có hiệu lực sau 24 giờ. Trong lúc đó ai đang giữ các kênh liên lạc cũ đều được báo và hủy được. Sau đó tài khoản chỉ đạt mức cơ bản trong 24 giờ nữa.',
  'recover.counter': 'Đến quầy tiếp nhận',
  'recover.counter-text':
    'Khi không còn kênh liên lạc nào. Công dân: Công an cấp xã bất kỳ. Người nước ngoài: cơ quan quản lý xuất nhập cảnh. Mang theo giấy tờ tùy thân.',
  'recover.guardian': 'Nhờ người giám hộ',
  'recover.guardian-text':
    'Với trẻ em và người được giám hộ: người giám hộ đăng nhập, mở trang tài khoản của mình và chọn khôi phục.',
  'recover.start': 'Bắt đầu khôi phục',
  'recover.number': 'Số định danh',
  'recover.number-hint': 'Số định danh cá nhân, hoặc số định danh của người nước ngoài.',
  'recover.document': 'Số giấy tờ',
  'recover.document-hint': 'Số thẻ căn cước, hoặc số hộ chiếu với người nước ngoài.',
  'recover.face': 'Ảnh khuôn mặt',
  'recover.face-hint':
    'Chụp bằng thiết bị này, nhìn thẳng, đủ sáng. Ảnh chỉ dùng để đối chiếu và không được lưu.',
  'recover.check': 'Đối chiếu',
  'recover.missing': 'Nhập đủ số định danh và số giấy tờ.',
  'recover.bad-picture': 'Chụp một ảnh rõ khuôn mặt, định dạng JPEG hoặc PNG.',
  'recover.no-match':
    'Không đối chiếu được những gì bạn đã nhập. Kiểm tra lại các số, chụp lại ảnh, hoặc đến quầy tiếp nhận.',
  'recover.unknown':
    'Hệ thống đối chiếu chưa trả lời. Chưa có gì được quyết định. Hãy thử lại sau ít phút.',
  'recover.limited': 'Đã thử quá nhiều lần. Hãy thử lại sau {wait}, hoặc đến quầy tiếp nhận.',
  'recover.refused':
    'Tài khoản này không tự khôi phục được lúc này: đang có yêu cầu khác, vừa được khôi phục, hoặc bị khóa vì lý do khác. Hãy đến quầy tiếp nhận.',
  'recover.channel-title': 'Kênh nào bạn vẫn dùng được?',
  'recover.channel-lead': 'Chúng tôi gửi một mã đến đó.',
  'recover.channel': 'Gửi mã đến',
  'recover.channel-choose': 'Chọn nơi nhận mã.',
  'recover.no-channel':
    'Nếu bạn không dùng được kênh nào trong số này, hãy đến quầy tiếp nhận và mang theo giấy tờ tùy thân.',
  'recover.send': 'Gửi mã',
  'recover.password-title': 'Nhập mã và đặt mật khẩu mới',
  'recover.password-in-force': 'Mật khẩu có hiệu lực cùng lúc với việc khôi phục.',
  'recover.finish': 'Yêu cầu khôi phục',
  'recover.done-title': 'Đã nhận yêu cầu khôi phục',
  'recover.done':
    'Việc khôi phục có hiệu lực từ {time}. Mọi kênh liên lạc của tài khoản đã được báo, kèm mã để hủy.',
  'recover.done-next':
    'Từ lúc đó: đăng nhập bằng mật khẩu mới; khóa bảo mật cũ đã bị xóa, hãy tạo khóa mới. Trong 24 giờ đầu tài khoản chỉ đạt mức cơ bản.',
  'recover.over': 'Lượt khôi phục đã hết hạn. Hãy bắt đầu lại.',
  'recover.ward-title': 'Khôi phục tài khoản của {name}',
  'recover.ward-lead':
    'Có hiệu lực ngay: mọi khóa bảo mật và phiên đăng nhập cũ bị xóa. Trong 24 giờ, tài khoản chỉ đạt mức cơ bản.',
  'recover.ward-do': 'Khôi phục ngay',
  'recover.ward-done': 'Đã khôi phục tài khoản của {name}.',
  'recover.home': 'Khôi phục tài khoản',
} as const;
