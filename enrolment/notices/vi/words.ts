import type { DocumentType } from '../../../accounts/account.ts';
import type { CaseKind } from '../../case.ts';
import type { BirthdayAge, CoreField } from '../kinds.ts';

/** Stands after "hồ sơ đề nghị". */
export const matters: Readonly<Record<CaseKind, string>> = {
  citizen_level_1: 'cấp tài khoản mức độ 01',
  foreigner_level_1: 'cấp tài khoản mức độ 01',
  citizen_level_2: 'cấp tài khoản mức độ 02',
  citizen_level_2_with_card: 'cấp tài khoản mức độ 02',
  foreigner_level_2: 'cấp tài khoản mức độ 02',
  organisation: 'cấp tài khoản của tổ chức',
  own_lock: 'khóa tài khoản',
  own_unlock: 'mở khóa tài khoản',
  agency_lock: 'khóa tài khoản',
  agency_unlock: 'mở khóa tài khoản',
  recovery: 'khôi phục tài khoản',
};

export const documents: Readonly<Record<DocumentType, string>> = {
  identity_card: 'thẻ căn cước',
  passport: 'hộ chiếu',
  residence_card: 'thẻ thường trú, tạm trú',
};

export const renewals: Readonly<Record<DocumentType, string>> = {
  identity_card:
    'Hãy đến Công an cấp xã hoặc nơi làm thủ tục cấp thẻ căn cước để cấp đổi thẻ trước ngày đó.',
  passport:
    'Hãy xin cấp hộ chiếu mới tại cơ quan đại diện của nước bạn, rồi báo cho cơ quan quản lý xuất nhập cảnh.',
  residence_card:
    'Hãy làm thủ tục cấp đổi hoặc gia hạn thẻ tại cơ quan quản lý xuất nhập cảnh của Bộ Công an hoặc Công an cấp tỉnh.',
};

export const fields: Readonly<Record<CoreField, string>> = {
  name: 'họ, chữ đệm và tên',
  birthdate: 'ngày, tháng, năm sinh',
  sex: 'giới tính',
  nationalities: 'quốc tịch',
  address: 'nơi cư trú',
};

export const contacts = { phone: 'số điện thoại', email: 'địa chỉ thư điện tử' } as const;

export const ages: Readonly<Record<BirthdayAge, string>> = {
  6: 'Từ nay trẻ có thể được cấp tài khoản mức độ 02: người giám hộ cùng trẻ đến cơ quan Công an để làm thủ tục.',
  7: 'Từ nay việc chia sẻ thông tin của trẻ cần cả trẻ và người giám hộ cùng đồng ý.',
  14: 'Từ nay chủ tài khoản tự sử dụng tài khoản của mình. Để nhận mã xác thực, hãy đăng ký số thuê bao di động chính chủ tại trang tài khoản hoặc tại Công an cấp xã.',
  16: 'Từ nay chủ tài khoản không còn là trẻ em theo Luật Trẻ em: việc chia sẻ thông tin do chủ tài khoản tự quyết định.',
  18: 'Chủ tài khoản đã thành niên: việc giám hộ theo độ tuổi chấm dứt và người giám hộ không còn đăng nhập thay được nữa.',
};
