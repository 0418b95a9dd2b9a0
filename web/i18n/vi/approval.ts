export const approval = {
  'approvals.title': 'Yêu cầu chờ xác nhận',
  'approvals.lead':
    'Những dịch vụ dưới đây đề nghị bạn xác nhận một việc bạn đang làm ở nơi khác, ví dụ tại quầy hoặc qua điện thoại.',
  'approvals.none': 'Hiện không có yêu cầu nào chờ bạn.',
  'approvals.none-next':
    'Yêu cầu chỉ có hiệu lực vài phút. Nếu bạn đang chờ một yêu cầu, hãy nhờ dịch vụ gửi lại rồi tải lại trang này.',
  'approvals.gone': 'Yêu cầu này đã hết hạn hoặc đã được trả lời.',
  'approvals.asked-at': 'Gửi lúc {time}, hết hạn lúc {until}',
  'approvals.review': 'Xem yêu cầu',
  'approvals.home': 'Yêu cầu chờ xác nhận',
  'approvals.home-text': 'Một dịch vụ nói rằng đã gửi yêu cầu cho bạn? Bạn xem và trả lời tại đây.',
  'approve.title': '{service} đề nghị bạn xác nhận',
  'approve.lead':
    'Chỉ xác nhận nếu chính bạn vừa nhờ {service} làm việc này, tại quầy, qua điện thoại hoặc trên một thiết bị khác.',
  'approve.message': 'Nội dung xác nhận',
  'approve.message-hint': 'Dịch vụ phải đang cho bạn thấy, hoặc đọc cho bạn, đúng nội dung này.',
  'approve.no-message':
    'Dịch vụ không gửi kèm nội dung nào để đối chiếu. Hãy hỏi kỹ dịch vụ trước khi xác nhận.',
  'approve.when': 'Yêu cầu được gửi lúc {time}.',
  'approve.asks': 'Nếu bạn xác nhận, dịch vụ biết bạn là ai và được nhận:',
  'approve.asks-nothing':
    'Nếu bạn xác nhận, dịch vụ biết bạn là ai theo mã riêng của dịch vụ, và không nhận thông tin nào khác.',
  'approve.warning':
    'Nhân viên SenID, ngân hàng hay công an không bao giờ giục bạn xác nhận. Nếu bạn không bắt đầu việc này, hãy từ chối.',
  'approve.yes': 'Xác nhận',
  'approve.no': 'Từ chối',
  'approve.done-title': 'Bạn đã xác nhận',
  'approve.done': 'Dịch vụ sẽ tiếp tục ngay. Bạn có thể đóng trang này.',
  'approve.denied-title': 'Bạn đã từ chối',
  'approve.denied': 'Dịch vụ được báo là bạn từ chối và không nhận được thông tin nào.',
  'approve.level-title': 'Chưa đạt mức bảo đảm',
  'approve.level':
    'Dịch vụ yêu cầu mức bảo đảm mà bạn chưa đạt được. Dịch vụ không nhận được thông tin nào.',
  'approve.failed-title': 'Yêu cầu không còn hiệu lực',
  'approve.failed':
    'Yêu cầu đã hết hạn, đã được trả lời hoặc bị gián đoạn. Dịch vụ không nhận được thông tin nào từ trang này.',
  'approve.again': 'Xem các yêu cầu đang chờ',
} as const;
