import { away } from './dates.ts';
import { at, citizen, foreigner, permitOf } from './make-person.ts';
import type { Person } from './person.ts';

const AN = '099090000011';

/** Who has an account in SenID's sandbox from the start: the same people there and here. */
export function personas(day: string): readonly Person[] {
  return [...citizens(day), ...foreigners(day)];
}

function citizens(day: string): readonly Person[] {
  return [
    citizen(day, {
      number: AN,
      name: 'Nguyễn Văn An',
      birthdate: '1990-05-17',
      sex: 'male',
      address: at('Số 12, ngõ 34, phố Hoa Sen', 'Phường Ba Đình', 'Thành phố Hà Nội'),
      story:
        'persona of SenID, level 2; guardian of 099216000079 and 099160000192; represents 0990000095 and 0999000010',
    }),
    citizen(day, {
      number: '099185000028',
      name: 'Trần Thị Bình',
      birthdate: '1985-11-02',
      sex: 'female',
      address: at('Số 56, đường Bạch Đằng', 'Phường Hải Châu', 'Thành phố Đà Nẵng'),
      story: 'persona of SenID, level 1: may go to a counter for level 2',
    }),
    citizen(day, {
      number: '099188000093',
      name: 'Lê Thị Mai',
      birthdate: '1988-09-14',
      sex: 'female',
      address: at('Số 21, phố Hàng Bông', 'Phường Hoàn Kiếm', 'Thành phố Hà Nội'),
      story:
        'persona of SenID, level 2; mother of 099218000109 (8), 099321000116 (5) and 099312000208 (14 in a week); represents 0999000027',
    }),
    citizen(day, {
      number: '099080000055',
      name: 'Lê Văn Cường',
      birthdate: '1980-03-09',
      sex: 'male',
      address: at('Số 78, đường Cách Mạng Tháng Tám', 'Phường Ninh Kiều', 'Thành phố Cần Thơ'),
      story: 'persona of SenID, locked at own request',
    }),
    citizen(day, {
      number: '099216000079',
      name: 'Phạm Minh Khôi',
      birthdate: away(day, { years: -10, months: -6 }),
      sex: 'male',
      guardians: [{ number: AN, basis: 'parent' }],
      address: at('Số 12, ngõ 34, phố Hoa Sen', 'Phường Ba Đình', 'Thành phố Hà Nội'),
      story: 'persona of SenID, 10 years old; Nguyễn Văn An acts for him',
    }),
    citizen(day, {
      number: '099095000086',
      name: 'Đỗ Văn Hạnh',
      birthdate: '1995-08-21',
      sex: 'male',
      address: at('Số 90, đường Nguyễn Huệ', 'Phường Sài Gòn', 'Thành phố Hồ Chí Minh'),
      story: 'persona of SenID, account not activated',
    }),
  ];
}

function foreigners(day: string): readonly Person[] {
  return [
    foreigner(day, {
      number: 'F00000000031',
      name: 'KIM MIN JUN',
      birthdate: '1988-07-25',
      sex: 'male',
      nationalities: ['KOR'],
      address: at('Căn hộ 1203, tòa nhà Sao Mai', 'Phường Tân Hưng', 'Thành phố Hồ Chí Minh'),
      story: 'persona of SenID, level 2, residence card valid',
    }),
    foreigner(day, {
      number: 'F00000000048',
      name: 'CHEN YI TING',
      birthdate: '1996',
      sex: 'female',
      nationalities: ['TWN'],
      residencePermit: permitOf(day, 'F00000000048', 1),
      address: at('Số 15, đường Hữu Nghị', 'Phường Từ Sơn', 'Tỉnh Bắc Ninh'),
      story: 'persona of SenID, level 1; birth date known by year only',
    }),
    foreigner(day, {
      number: 'F00000000062',
      name: 'PARK JI WOO',
      birthdate: '1992-12-30',
      sex: 'female',
      nationalities: ['KOR'],
      residencePermit: permitOf(day, 'F00000000062', -1),
      address: at('Số 27, đường Lê Hồng Phong', 'Phường Hải An', 'Thành phố Hải Phòng'),
      story: 'persona of SenID, level 2; residence card expired: renew it here',
    }),
  ];
}
