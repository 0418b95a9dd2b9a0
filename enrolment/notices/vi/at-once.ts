import type { AtOnceTexts } from '../kinds.ts';

export const atOnce: AtOnceTexts = {
  one_time_code: {
    subject: 'Mã xác thực SenID',
    text: ({ code, validMinutes }) =>
      `SenID: mã xác thực của bạn là ${code}, có hiệu lực trong ${validMinutes} phút. Không chia sẻ mã này cho bất kỳ ai, kể cả người tự xưng là cán bộ.`,
  },
  approval_waiting: {
    subject: 'Có yêu cầu chờ bạn xác nhận',
    text: () =>
      'SenID: có một yêu cầu đang chờ bạn xác nhận. Hãy tự mở trang SenID và chọn “Yêu cầu chờ xác nhận”. Nếu bạn không nhờ dịch vụ nào gửi yêu cầu, hãy từ chối.',
  },
};
