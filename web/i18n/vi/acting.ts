export const acting = {
  'acting.label': 'Thực hiện thay cho người khác',
  'acting.banner': 'Bạn đang thực hiện thay cho {name}',
  'acting.switch': 'Đổi người',
  'acting.panel': 'Thay cho {name}',
  'choose-person.title': 'Bạn đăng nhập cho ai?',
  'choose-person.lead':
    'Bạn là người đại diện hoặc người giám hộ. Dịch vụ sẽ biết bạn thực hiện cho chính mình hay thay cho ai.',
  'choose-person.asked-lead': 'Dịch vụ yêu cầu đăng nhập thay cho người này.',
  'choose-person.self': 'Cho chính bạn',
  'choose-person.self-button': 'Tiếp tục cho chính tôi',
  'choose-person.wards': 'Thay cho người khác',
  'choose-person.ward-button': 'Tiếp tục thay cho {name}',
  'choose-person.unusable': 'Hiện chưa dùng được tài khoản này để đăng nhập.',
  'choose-person.told':
    'Dịch vụ nhận thông tin của người bạn chọn và một mã riêng của bạn; không nhận tên hay thông tin khác của bạn.',
  'choose-person.gone': 'Không chọn được người này. Hãy chọn lại.',
  'basis.parent': 'Con của bạn',
  'basis.appointed-guardian': 'Người được giám hộ',
  'basis.represented-adult': 'Người được bạn đại diện',
  'basis.organisation': 'Tổ chức do bạn đại diện theo pháp luật',
  'cannot-act.title': 'Bạn không thực hiện thay được lúc này',
  'cannot-act.may-not-act': 'Bạn không thể đăng nhập thay cho {name}.',
  'cannot-act.may-not-act-why':
    'Việc giám hộ hoặc đại diện đã kết thúc, hoặc người này đã đủ tuổi tự sử dụng tài khoản của mình.',
  'cannot-act.may-not-act-next':
    'Nếu cho rằng có nhầm lẫn, hãy đến Công an cấp xã, mang theo giấy tờ về việc giám hộ hoặc đại diện.',
  'cannot-act.ward-unusable': 'Hiện chưa dùng được tài khoản của {name} để đăng nhập.',
  'cannot-act.ward-unusable-next':
    'Hãy đến Công an cấp xã hoặc Công an cấp tỉnh để được hướng dẫn. Bạn vẫn có thể đăng nhập cho chính mình.',
  'cannot-act.organisation': 'Tài khoản của tổ chức do người đại diện theo pháp luật sử dụng.',
  'cannot-act.organisation-next':
    'Người đại diện đăng nhập bằng tài khoản mức độ 02 của chính mình, rồi chọn thực hiện thay cho tổ chức.',
  'cannot-act.other': 'Chọn người khác',
  'consent.title-for': 'Chia sẻ thông tin của {name} với {service}?',
  'consent.for': 'Bạn quyết định thay cho {name}. Những thông tin dưới đây là của {name}.',
  'consent.child-too':
    '{name} đã đủ 7 tuổi nên cũng được hỏi ý kiến ở trang sau. Chỉ khi cả hai cùng đồng ý, thông tin mới được chia sẻ.',
  'assent.title': '{name} ơi, em có đồng ý không?',
  'assent.hand-over': 'Hãy đưa máy cho {name} tự đọc và tự trả lời.',
  'assent.lead': '{prover} muốn dùng {service} thay cho em.',
  'assent.what': '{service} sẽ biết về em:',
  'assent.what-nothing':
    '{service} chỉ biết một mã riêng của em ở đó, không biết tên hay thông tin nào khác.',
  'assent.free': 'Em được nói “không”. Không ai được trách em vì điều đó.',
  'assent.later': 'Nếu đổi ý, em nói với {prover}: lúc nào cũng có thể dừng việc chia sẻ.',
  'assent.no-means': 'Nếu em nói “không”, không có gì được gửi đi.',
  'assent.yes': 'Em đồng ý',
  'assent.no': 'Em không đồng ý',
  'too-young.guardian': 'Người giám hộ đăng nhập',
  'too-young.not-here': 'Dịch vụ này chưa nhận người giám hộ thực hiện thay cho trẻ.',
} as const;
