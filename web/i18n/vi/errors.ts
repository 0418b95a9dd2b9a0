/** The pages that explain errors. */
export const errors = {
  'errors.title': 'Giải thích các lỗi',
  'errors.lead':
    'Dành cho người tích hợp SenID vào dịch vụ của mình. Mỗi lỗi có một mã cố định; `error_uri` trong câu trả lời dẫn thẳng tới trang của mã đó.',
  'errors.search': 'Tìm theo mã, tham số hoặc từ trong nội dung',
  'errors.find': 'Tìm',
  'errors.found': 'Số mã lỗi tìm thấy: {count}.',
  'errors.all': 'Xem mọi mã lỗi',
  'errors.what': 'Việc cần làm',
  'errors.facts': 'Trong câu trả lời',
  'errors.parameter': 'Tham số hoặc header',
  'errors.description': 'error_description',
  'errors.example': 'Ví dụ đúng',
  'errors.specifications': 'Quy định trong tiêu chuẩn',
  'errors.section': '{name}, mục {section}',
  'errors.reference': 'Tra cứu một trường hợp cụ thể',
  'errors.reference-text':
    'Trang này không biết yêu cầu của bạn. Mỗi lần lỗi có một mã tham chiếu (req_…) nằm trong header X-Request-Id, trong request_id của JSON, ở cuối error_description khi chuyển hướng, và trên trang người dùng thấy. Hãy báo mã đó khi liên hệ hỗ trợ.',
  'errors.person': 'Bạn chỉ muốn đăng nhập?',
  'errors.person-next':
    'Hãy quay lại dịch vụ và bắt đầu lại. Nếu vẫn lỗi, hãy báo cho dịch vụ mã tham chiếu bạn đã thấy.',
  'errors.area.authorization': 'Yêu cầu đăng nhập',
  'errors.area.pushed': 'Yêu cầu gửi trước (PAR) và yêu cầu có chữ ký',
  'errors.area.claims': 'Thông tin được xin và phạm vi',
  'errors.area.people': 'Kết thúc mà không đăng nhập',
  'errors.area.clients': 'Xác thực dịch vụ',
  'errors.area.grants': 'Đổi mã và làm mới token',
  'errors.area.tokens': 'Sử dụng token',
  'errors.area.registration': 'Đăng ký dịch vụ',
  'errors.area.device': 'Đăng nhập trên thiết bị khác',
  'errors.area.site': 'Lỗi chung',
  'errors.area.other': 'Không gặp khi gọi SenID',
} as const;
