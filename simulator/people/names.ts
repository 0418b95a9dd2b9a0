import { createDice } from '../random.ts';
import type { Sex } from './person.ts';

type Names = readonly [string, ...string[]];

function words(list: string): Names {
  const [first = '', ...others] = list.split(', ');
  return [first, ...others];
}

const FAMILY: Names = words(
  'Nguyễn, Trần, Lê, Phạm, Hoàng, Phan, Vũ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương, Lý, Đinh, Trịnh, Mai, Đoàn, Cao, Tạ, Châu, Lương, Hà, Tô',
);
const MIDDLE: Readonly<Record<Sex, Names>> = {
  male: words('Văn, Đức, Minh, Quang, Hữu, Xuân, Gia, Thanh, Quốc, Anh, Công, Ngọc'),
  female: words('Thị, Thị Thanh, Thị Ngọc, Thu, Minh, Phương, Khánh, Thùy, Bảo, Hoài, Kim, Mỹ'),
};
const GIVEN: Readonly<Record<Sex, Names>> = {
  male: words(
    'Anh, Bảo, Cường, Dũng, Duy, Đạt, Hải, Hiếu, Hùng, Khoa, Kiên, Lâm, Long, Nam, Phong, Phúc, Quân, Sơn, Thắng, Thành, Tiến, Trung, Tuấn, Vinh',
  ),
  female: words(
    'An, Châu, Chi, Dung, Giang, Hà, Hằng, Hạnh, Hoa, Hương, Huyền, Lan, Linh, Loan, Ly, Mai, Nga, Ngân, Nhung, Oanh, Quỳnh, Thảo, Trang, Yến',
  ),
};

/** Family name first, as their passports print it. */
const ELSEWHERE: Readonly<
  Record<string, { readonly family: Names } & Readonly<Record<Sex, Names>>>
> = {
  KOR: {
    family: words('KIM, LEE, PARK, CHOI, JUNG, KANG, CHO, YOON'),
    male: words('SEO JUN, DO YUN, JI HO, HYUN WOO'),
    female: words('SEO YEON, HA EUN, MIN SEO, SU JIN'),
  },
  JPN: {
    family: words('SATO, SUZUKI, TAKAHASHI, TANAKA, ITO, YAMAMOTO'),
    male: words('HARUTO, REN, TAKESHI, KENTA'),
    female: words('YUI, AOI, HINA, EMIKO'),
  },
  CHN: {
    family: words('WANG, LI, ZHANG, LIU, CHEN, YANG'),
    male: words('WEI, JUN HAO, LEI, MING'),
    female: words('FANG, XIU YING, NA, JING YI'),
  },
  TWN: {
    family: words('CHEN, LIN, HUANG, CHANG, WU'),
    male: words('CHIA HAO, KUAN YU, CHIH MING'),
    female: words('YI CHUN, SHU FEN, YA TING'),
  },
  USA: {
    family: words('SMITH, JOHNSON, WILLIAMS, BROWN, MILLER'),
    male: words('JAMES ROBERT, MICHAEL, DAVID LEE'),
    female: words('MARY ANN, JENNIFER, EMILY ROSE'),
  },
  GBR: {
    family: words('TAYLOR, DAVIES, EVANS, O’CONNOR'),
    male: words('OLIVER JAMES, HARRY, GEORGE'),
    female: words('CHARLOTTE, ISLA, GRACE MARY'),
  },
  FRA: {
    family: words('MARTIN, BERNARD, DUBOIS, LEFÈVRE'),
    male: words('LOUIS, JEAN-PAUL, HUGO'),
    female: words('CAMILLE, ANNE-MARIE, LÉA'),
  },
  IND: {
    family: words('SHARMA, PATEL, SINGH, KUMAR, REDDY'),
    male: words('ARJUN, RAVI, VIKRAM'),
    female: words('PRIYA, ANANYA, LAKSHMI'),
  },
  RUS: {
    family: words('IVANOV, SMIRNOV, KUZNETSOV, POPOV'),
    male: words('ALEKSANDR, DMITRII, SERGEI'),
    female: words('ANNA, ELENA, OLGA'),
  },
  AUS: {
    family: words('WILSON, THOMPSON, NGUYEN, WALKER'),
    male: words('JACK, LIAM THOMAS, NOAH'),
    female: words('CHLOE, MIA JANE, RUBY'),
  },
};

export const NATIONALITIES = Object.keys(ELSEWHERE) as [string, ...string[]];

export function vietnameseName(sex: Sex, seed: string): string {
  const dice = createDice('name', seed);
  return [dice.pick(FAMILY), dice.pick(MIDDLE[sex]), dice.pick(GIVEN[sex])].join(' ');
}

export function foreignName(nationality: string, sex: Sex, seed: string): string {
  const dice = createDice('name', seed);
  const names = ELSEWHERE[nationality];
  return names === undefined
    ? 'NAME UNKNOWN'
    : `${dice.pick(names.family)} ${dice.pick(names[sex])}`;
}

export const PLACES: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
  ['Phường Ba Đình', 'Thành phố Hà Nội'],
  ['Phường Cầu Giấy', 'Thành phố Hà Nội'],
  ['Phường Hải Châu', 'Thành phố Đà Nẵng'],
  ['Phường Sài Gòn', 'Thành phố Hồ Chí Minh'],
  ['Phường Tân Hưng', 'Thành phố Hồ Chí Minh'],
  ['Phường Ninh Kiều', 'Thành phố Cần Thơ'],
  ['Phường Hải An', 'Thành phố Hải Phòng'],
  ['Phường Từ Sơn', 'Tỉnh Bắc Ninh'],
  ['Phường Nha Trang', 'Tỉnh Khánh Hòa'],
  ['Phường Thuận Hóa', 'Thành phố Huế'],
];

export const STREETS: Names = words(
  'phố Hoa Sen, đường Bạch Đằng, đường Lê Lợi, đường Trần Phú, đường Hùng Vương, đường Nguyễn Huệ, đường Hai Bà Trưng, đường Quang Trung',
);

const TRADES: Names = words(
  'Thương mại, Công nghệ, Xây dựng, Vận tải, Thực phẩm, Du lịch, In ấn, Nội thất',
);
const BRANDS: Names = words(
  'Hoa Sen, Sông Hồng, Sao Mai, Bình Minh, Trường Sơn, Cửu Long, An Phát, Đại Nam',
);

export function organisationName(seed: string): string {
  const dice = createDice('organisation', seed);
  return `Công ty TNHH ${dice.pick(TRADES)} ${dice.pick(BRANDS)} ${dice.roll(90) + 10}`;
}
