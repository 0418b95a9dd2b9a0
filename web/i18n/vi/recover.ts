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
    'Với người được giám hộ tự đăng nhập (từ đủ 14 tuổi): người giám hộ đăng nhập, mở trang tài khoản của mình và chọn khôi phục. Tài khoản của trẻ chưa đủ 14 tuổi được dùng bằng tài khoản của người giám hộ nên không có gì phải khôi phục.',
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
  'recover.refused-not_activated':
    'Tài khoản này chưa được kích hoạt nên chưa có gì để khôi phục. Hãy mở trang “Kích hoạt tài khoản” và nhập mã kích hoạt; nếu mã đã hết hiệu lực, hãy nhận mã mới tại trang “Hồ sơ của tôi” hoặc hỏi nơi tiếp nhận hồ sơ.',
  'recover.refused-locked':
    'Tài khoản này bị khóa vì lý do mà việc khôi phục không mở được. Hãy mang giấy tờ đến quầy tiếp nhận để hỏi cách mở khóa.',
  'recover.refused-waiting':
    'Tài khoản này đang có một yêu cầu khôi phục. Hãy chờ đến khi yêu cầu đó có hiệu lực, hoặc hủy bằng mã trong thông báo; nếu không chờ được, hãy mang giấy tờ đến quầy tiếp nhận.',
  'recover.refused-cooling_down':
    'Tài khoản này vừa được khôi phục: hãy đăng nhập bằng mật khẩu đã đặt khi đó. Hiện chưa khôi phục lại tại đây được; nếu mất cả mật khẩu đó, hãy mang giấy tờ đến quầy tiếp nhận.',
  'recover.refused-guardian_needed':
    'Chủ tài khoản chưa đủ 14 tuổi nên người giám hộ dùng tài khoản này bằng tài khoản của chính mình; không có gì phải khôi phục. Người giám hộ không đăng nhập được thì khôi phục tài khoản của mình.',
  'recover.refused-not_reached':
    'Mã đã được gửi đến một số điện thoại hoặc thư điện tử không còn dùng để khôi phục tài khoản này được. Chưa có gì thay đổi. Hãy bắt đầu lại và chọn kênh khác, hoặc mang giấy tờ đến quầy tiếp nhận.',
  'recover.refused-no_own_use':
    'Tài khoản này được dùng bằng tài khoản của người giám hộ hoặc người đại diện nên không có mật khẩu riêng để khôi phục.',
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
