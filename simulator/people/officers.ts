import { at, citizen, sexOf } from './make-person.ts';
import type { Citizen } from './person.ts';

const OFFICERS = [
  ['099188000101', 'Nguyễn Thị Lan', '1988-04-12'],
  ['099192000107', 'Hoàng Thị Yến', '1992-09-30'],
  ['099085000102', 'Trần Văn Minh', '1985-01-23'],
  ['099190000105', 'Vũ Ngọc Mai', '1990-06-06'],
  ['099179000103', 'Phạm Thu Hà', '1979-11-15'],
  ['099075000104', 'Lê Quốc Hùng', '1975-02-28'],
  ['099082000106', 'Đặng Đức Long', '1982-08-19'],
] as const;

/** Who works at the counters of SenID's sandbox: citizens like any others. */
export function officers(day: string): readonly Citizen[] {
  return OFFICERS.map(([number, name, birthdate]) =>
    citizen(day, {
      number,
      name,
      birthdate,
      sex: sexOf(number),
      address: at('Số 1, phố Hàng Khay', 'Phường Hoàn Kiếm', 'Thành phố Hà Nội'),
      story: 'persona of SenID: works at a counter',
    }),
  );
}
