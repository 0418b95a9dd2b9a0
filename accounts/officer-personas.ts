import { at, citizen, type Persona } from './persona.ts';

type Officer = Pick<Persona, 'login' | 'notable'> &
  Pick<Persona['account'], 'name' | 'birthdate' | 'sex'> & { readonly phone: string };

const OFFICERS: readonly Officer[] = [
  {
    login: '099188000101',
    name: 'Nguyễn Thị Lan',
    birthdate: '1988-04-12',
    sex: 'female',
    phone: '+84900000101',
    notable: {
      vi: 'Cán bộ tiếp nhận, Công an phường Hoàn Kiếm',
      en: 'Receiving officer, Hoàn Kiếm ward police',
    },
  },
  {
    login: '099192000107',
    name: 'Hoàng Thị Yến',
    birthdate: '1992-09-30',
    sex: 'female',
    phone: '+84900000107',
    notable: {
      vi: 'Cán bộ tiếp nhận thứ hai, Công an phường Hoàn Kiếm',
      en: 'Second receiving officer, Hoàn Kiếm ward police',
    },
  },
  {
    login: '099085000102',
    name: 'Trần Văn Minh',
    birthdate: '1985-01-23',
    sex: 'male',
    phone: '+84900000102',
    notable: {
      vi: 'Lãnh đạo đơn vị, Công an phường Hoàn Kiếm',
      en: 'Supervisor, Hoàn Kiếm ward police',
    },
  },
  {
    login: '099190000105',
    name: 'Vũ Ngọc Mai',
    birthdate: '1990-06-06',
    sex: 'female',
    phone: '+84900000105',
    notable: {
      vi: 'Cán bộ tiếp nhận, Phòng Quản lý xuất nhập cảnh Hà Nội',
      en: 'Receiving officer, Hà Nội immigration office',
    },
  },
  {
    login: '099179000103',
    name: 'Phạm Thu Hà',
    birthdate: '1979-11-15',
    sex: 'female',
    phone: '+84900000103',
    notable: {
      vi: 'Người có thẩm quyền quyết định, cơ quan quản lý căn cước',
      en: 'Deciding authority, identification authority',
    },
  },
  {
    login: '099075000104',
    name: 'Lê Quốc Hùng',
    birthdate: '1975-02-28',
    sex: 'male',
    phone: '+84900000104',
    notable: {
      vi: 'Lãnh đạo đơn vị, cơ quan quản lý căn cước; sửa lịch làm việc',
      en: 'Supervisor, identification authority; edits working days',
    },
  },
  {
    login: '099082000106',
    name: 'Đặng Đức Long',
    birthdate: '1982-08-19',
    sex: 'male',
    phone: '+84900000106',
    notable: {
      vi: 'Kiểm tra viên (chỉ xem), cơ quan quản lý căn cước',
      en: 'Auditor (reads only), identification authority',
    },
  },
];

/**
 * Who works at the counters of the sandbox (`enrolment/sandbox-staff.ts` says where): citizens like any others, with
 * level 2 and no passkey yet, which they make on their way to the console.
 */
export function officerPersonas(now: number): readonly Persona[] {
  return OFFICERS.map((officer) =>
    citizen(now, {
      ...officer,
      level: 2,
      email: `can-bo.${officer.login.slice(-3)}@example.vn`,
      address: at('Số 1, phố Hàng Khay', 'Phường Hoàn Kiếm', 'Thành phố Hà Nội'),
    }),
  );
}
