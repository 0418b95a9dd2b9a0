export const officer = {
  'officer.title': 'Bàn làm việc của cán bộ',
  'officer.no-staff': 'Trang này dành cho cán bộ',
  'officer.no-staff-what': 'Tài khoản của bạn hiện không thuộc cơ quan nào.',
  'officer.no-staff-next':
    'Nếu bạn là cán bộ, hãy nhờ lãnh đạo cơ quan thêm bạn vào danh sách cán bộ, rồi đăng nhập lại.',
  'officer.to-front': 'Về trang chủ SenID',
} as const;
