import { at, away, citizen, foreigner, organisation, type Persona } from './persona.ts';

/** Of all personas. */
export const PERSONA_PASSWORD = 'Senid!2026';

/**
 * The made-up people of the sandbox (design, section 7): province code 099 does not exist, nor do the phone numbers.
 * Ages and expiries are relative to `now`, so that a sandbox made years from now shows the same states.
 */
export function personas(now: number): readonly Persona[] {
  return [...citizens(now), ...citizensKeptOut(now), ...foreigners(now), ...organisations(now)];
}

function citizens(now: number): readonly Persona[] {
  return [
    citizen(now, {
      login: '099090000011',
      notable: { vi: 'Chưa có khóa bảo mật (passkey)', en: 'No passkey yet' },
      name: 'Nguyễn Văn An',
      birthdate: '1990-05-17',
      sex: 'male',
      level: 2,
      phone: '+84900000011',
      email: 'an.nguyen@example.vn',
      address: at('Số 12, ngõ 34, phố Hoa Sen', 'Phường Ba Đình', 'Thành phố Hà Nội'),
    }),
    citizen(now, {
      login: '099185000028',
      notable: { vi: 'Không đạt được mức đáng kể', en: 'Cannot reach substantial' },
      name: 'Trần Thị Bình',
      birthdate: '1985-11-02',
      sex: 'female',
      phone: '+84900000028',
      email: 'binh.tran@example.vn',
      address: at('Số 56, đường Bạch Đằng', 'Phường Hải Châu', 'Thành phố Đà Nẵng'),
    }),
    citizen(now, {
      login: '099188000093',
      notable: {
        vi: 'Hai con 8 và 5 tuổi chưa có tài khoản',
        en: 'Two children, 8 and 5, have no accounts yet',
      },
      name: 'Lê Thị Mai',
      birthdate: '1988-09-14',
      sex: 'female',
      level: 2,
      phone: '+84900000093',
      email: 'mai.le@example.vn',
      address: at('Số 21, phố Hàng Bông', 'Phường Hoàn Kiếm', 'Thành phố Hà Nội'),
    }),
  ];
}

/** Who may not sign in: locked, too young, not yet activated. */
function citizensKeptOut(now: number): readonly Persona[] {
  return [
    citizen(now, {
      login: '099080000055',
      notable: {
        vi: 'Tài khoản bị khóa theo yêu cầu của chủ tài khoản',
        en: 'Locked at own request',
      },
      name: 'Lê Văn Cường',
      birthdate: '1980-03-09',
      sex: 'male',
      level: 2,
      phone: '+84900000055',
      email: 'cuong.le@example.vn',
      lock: 'own_request',
      address: at('Số 78, đường Cách Mạng Tháng Tám', 'Phường Ninh Kiều', 'Thành phố Cần Thơ'),
    }),
    citizen(now, {
      login: '099216000079',
      notable: {
        vi: '10 tuổi, người giám hộ là Nguyễn Văn An',
        en: '10 years old, ward of Nguyễn Văn An',
      },
      name: 'Phạm Minh Khôi',
      birthdate: away(now, { years: -10, months: -6 }),
      sex: 'male',
      guardianLogin: '099090000011',
      address: at('Số 12, ngõ 34, phố Hoa Sen', 'Phường Ba Đình', 'Thành phố Hà Nội'),
    }),
    citizen(now, {
      login: '099095000086',
      notable: { vi: 'Tài khoản chưa được kích hoạt', en: 'Account not yet activated' },
      name: 'Đỗ Văn Hạnh',
      birthdate: '1995-08-21',
      sex: 'male',
      phone: '+84900000086',
      email: 'hanh.do@example.vn',
      activated: false,
      address: at('Số 90, đường Nguyễn Huệ', 'Phường Sài Gòn', 'Thành phố Hồ Chí Minh'),
    }),
  ];
}

function foreigners(now: number): readonly Persona[] {
  return [
    foreigner(now, 'KOR', {
      login: 'F00000000031',
      notable: { vi: 'Thẻ tạm trú còn hạn', en: 'Residence card valid' },
      name: 'KIM MIN JUN',
      birthdate: '1988-07-25',
      sex: 'male',
      level: 2,
      phone: '+84900000031',
      email: 'minjun.kim@example.vn',
      residenceYears: 2,
      address: at('Căn hộ 1203, tòa nhà Sao Mai', 'Phường Tân Hưng', 'Thành phố Hồ Chí Minh'),
    }),
    foreigner(now, 'TWN', {
      login: 'F00000000048',
      notable: { vi: 'Chỉ biết năm sinh', en: 'Birth date known by year only' },
      name: 'CHEN YI TING',
      birthdate: '1996',
      sex: 'female',
      email: 'yiting.chen@example.vn',
      residenceYears: 1,
      address: at('Số 15, đường Hữu Nghị', 'Phường Từ Sơn', 'Tỉnh Bắc Ninh'),
    }),
    foreigner(now, 'KOR', {
      login: 'F00000000062',
      notable: { vi: 'Thẻ tạm trú hết hạn', en: 'Residence card expired' },
      name: 'PARK JI WOO',
      birthdate: '1992-12-30',
      sex: 'female',
      level: 2,
      phone: '+84900000062',
      email: 'jiwoo.park@example.vn',
      residenceYears: -1,
      address: at('Số 27, đường Lê Hồng Phong', 'Phường Hải An', 'Thành phố Hải Phòng'),
    }),
  ];
}

function organisations(now: number): readonly Persona[] {
  return [
    organisation(now, {
      login: '0990000095',
      notable: {
        vi: 'Tổ chức, người đại diện là Nguyễn Văn An; không có mật khẩu',
        en: 'Organisation, represented by Nguyễn Văn An; it has no password',
      },
      name: 'Công ty TNHH Gốm Sen Việt',
      birthdate: '2015-03-02',
      guardianLogin: '099090000011',
      phone: '+84900000095',
      email: 'gomsen@example.vn',
      address: at('Số 3, làng nghề Bát Tràng', 'Xã Bát Tràng', 'Thành phố Hà Nội'),
    }),
  ];
}
