import { viFormats as formats } from '../formats.ts';
import type { NoticeTexts } from '../kinds.ts';
import { matters } from './words.ts';

export const applications: NoticeTexts<
  | 'application_received'
  | 'application_incomplete'
  | 'application_complete'
  | 'application_refused'
  | 'application_withdrawn'
  | 'application_approved'
  | 'account_activated'
> = {
  application_received: {
    title: 'Đã tiếp nhận hồ sơ',
    sms: ({ matter, reference }) =>
      `SenID: đã tiếp nhận hồ sơ ${reference} đề nghị ${matters[matter]}. Chúng tôi sẽ báo hạn giải quyết khi hồ sơ đầy đủ, hợp lệ.`,
    body: ({ matter, reference }) =>
      `Chúng tôi đã tiếp nhận hồ sơ ${reference} đề nghị ${matters[matter]} của bạn. Tiếp theo, hồ sơ được kiểm tra. Khi hồ sơ đầy đủ và hợp lệ, bạn được báo hạn giải quyết.`,
  },
  application_incomplete: {
    title: 'Hồ sơ cần bổ sung',
    sms: ({ matter, reference }) =>
      `SenID: hồ sơ ${reference} đề nghị ${matters[matter]} còn thiếu. Hãy tự mở trang hồ sơ để xem cần bổ sung gì. Thời hạn giải quyết tạm dừng.`,
    body: ({ matter, reference }) =>
      `Hồ sơ ${reference} đề nghị ${matters[matter]} của bạn chưa đầy đủ. Trang hồ sơ cho biết cần bổ sung những gì. Thời hạn giải quyết tạm dừng và tính tiếp khi hồ sơ đã đầy đủ.`,
  },
  application_complete: {
    title: 'Hồ sơ đầy đủ, đang giải quyết',
    sms: ({ matter, reference, dueAt }) =>
      `SenID: hồ sơ ${reference} đề nghị ${matters[matter]} đã đầy đủ, hợp lệ. Hạn giải quyết: ${formats.day(dueAt)}.`,
    body: ({ matter, reference, dueAt }) =>
      `Hồ sơ ${reference} đề nghị ${matters[matter]} của bạn đã đầy đủ và hợp lệ. Hạn giải quyết là hết ngày ${formats.day(dueAt)}. Bạn không cần làm gì thêm; kết quả được gửi qua điện thoại, thư điện tử và trang hồ sơ.`,
  },
  application_refused: {
    title: 'Hồ sơ không được chấp thuận',
    sms: ({ matter, reference }) =>
      `SenID: hồ sơ ${reference} đề nghị ${matters[matter]} không được chấp thuận. Hãy tự mở trang hồ sơ để xem lý do và việc có thể làm tiếp.`,
    body: ({ matter, reference }) =>
      `Hồ sơ ${reference} đề nghị ${matters[matter]} của bạn không được chấp thuận. Trang hồ sơ nêu lý do và những việc bạn có thể làm tiếp.`,
  },
  application_withdrawn: {
    title: 'Hồ sơ đã được rút',
    sms: ({ matter, reference }) =>
      `SenID: hồ sơ ${reference} đề nghị ${matters[matter]} đã được rút. Bạn có thể nộp hồ sơ mới bất cứ lúc nào.`,
    body: ({ matter, reference }) =>
      `Hồ sơ ${reference} đề nghị ${matters[matter]} của bạn đã được rút và không được giải quyết nữa. Bạn có thể nộp hồ sơ mới bất cứ lúc nào.`,
  },
  application_approved: {
    title: 'Hồ sơ được chấp thuận, chờ kích hoạt tài khoản',
    sms: ({ matter, reference, numberEnd, activateBy }) =>
      `SenID: hồ sơ ${reference} đề nghị ${matters[matter]} được chấp thuận. Hãy tự mở trang SenID, kích hoạt tài khoản số ...${numberEnd} trước ${formats.moment(activateBy)}.`,
    body: ({ matter, reference, numberEnd, activateBy }) =>
      `Hồ sơ ${reference} đề nghị ${matters[matter]} của bạn được chấp thuận. Hãy tự mở trang SenID trên thiết bị của bạn, chọn “Kích hoạt tài khoản” và nhập mã kích hoạt đã gửi cho bạn trước ${formats.moment(activateBy)}. Tài khoản có số định danh tận cùng là ${numberEnd}.`,
  },
  account_activated: {
    title: 'Tài khoản đã được kích hoạt',
    sms: ({ level }) =>
      `SenID: tài khoản định danh điện tử mức độ 0${level} đã được kích hoạt. Nếu không phải bạn, hãy báo ngay cho Công an cấp xã.`,
    body: ({ level }) =>
      `Tài khoản định danh điện tử mức độ 0${level} của bạn đã được kích hoạt và dùng được ngay. Nếu không phải bạn đã kích hoạt, hãy báo ngay cho Công an cấp xã.`,
  },
};
