import { away } from './dates.ts';
import { cardOf, citizen, foreigner, passportOf, permitOf, sexOf } from './make-person.ts';
import type { Citizen, Foreigner, Person } from './person.ts';

const MAI = '099188000093';
const NAKAMURA = 'F00000000107';

/** People made for one story each. None of them has an account in SenID. */
export function heroes(day: string): readonly Person[] {
  return [...adults(day), ...dependants(day), ...foreigners(day)];
}

function adults(day: string): readonly Citizen[] {
  const card = (number: string, changed: Partial<NonNullable<Citizen['card']>>) => ({
    ...cardOf(day, number),
    ...changed,
  });
  const adult = (number: string, name: string, rest: Partial<Citizen>) =>
    citizen(day, { number, name, sex: sexOf(number), birthdate: birthIn(number), ...rest });
  return [
    adult('099092000103', 'Hoàng Minh Tuấn', { story: 'citizen with a valid card and no account' }),
    adult('099193000110', 'Phan Thị Thu Hà', { story: 'citizen with a valid card and no account' }),
    adult('099199000123', 'Vũ Ngọc Diệp', {
      card: undefined,
      story: 'citizen to whom no card was ever issued',
    }),
    adult('099085000130', 'Bùi Quang Huy', {
      card: card('099085000130', { expiry: away(day, { days: -20 }) }),
      story: 'card expired 20 days ago',
    }),
    adult('099050000147', 'Đặng Hữu Phước', { alive: false, story: 'has died' }),
    adult('099088000154', 'Ngô Thanh Bình', {
      card: card('099088000154', { status: 'revoked' }),
      story: 'card revoked',
    }),
    adult('099079000161', 'Dương Văn Lợi', {
      card: card('099079000161', { status: 'retained' }),
      story: 'card retained; the register can return it',
    }),
    adult('099201000178', 'Trịnh Gia Bảo', {
      hasBiometrics: false,
      story: 'the population register holds no biometrics of him',
    }),
    adult('099083000185', 'Lý Quốc Hưng', { cancelled: true, story: 'number cancelled' }),
    adult('099160000192', 'Nguyễn Thị Lành', {
      guardians: [{ number: '099090000011', basis: 'represented_adult' }],
      story: 'adult whom Nguyễn Văn An represents',
    }),
    adult('099094000222', 'Đinh Công Thành', {
      card: card('099094000222', { expiry: away(day, { days: 30 }) }),
      story: 'card expires in 30 days',
    }),
  ];
}

function dependants(day: string): readonly Citizen[] {
  const mother = [{ number: MAI, basis: 'parent' }] as const;
  return [
    citizen(day, {
      number: '099218000109',
      name: 'Nguyễn Minh Đức',
      sex: 'male',
      birthdate: away(day, { years: -8, months: -3 }),
      guardians: mother,
      story: 'child of 8; the mother is Lê Thị Mai (099188000093)',
    }),
    citizen(day, {
      number: '099321000116',
      name: 'Nguyễn Thị Ngọc Lan',
      sex: 'female',
      birthdate: away(day, { years: -5, months: -4 }),
      guardians: mother,
      story: 'child of 5: level 1 at most; the mother is Lê Thị Mai (099188000093)',
    }),
    citizen(day, {
      number: '099312000208',
      name: 'Nguyễn Bảo Châu',
      sex: 'female',
      birthdate: away(day, { years: -14, days: 7 }),
      guardians: mother,
      story: 'will be 14 in a week; the mother is Lê Thị Mai (099188000093)',
    }),
    citizen(day, {
      number: '099219000215',
      name: 'Nguyễn Gia Huy',
      sex: 'male',
      birthdate: away(day, { years: -7, months: -1 }),
      guardians: mother,
      card: undefined,
      story: 'child of 7 without a card; the mother is Lê Thị Mai (099188000093)',
    }),
  ];
}

function foreigners(day: string): readonly Foreigner[] {
  const person = (number: string, name: string, from: string, rest: Partial<Foreigner>) =>
    foreigner(day, {
      number,
      name,
      nationalities: [from],
      sex: 'male',
      birthdate: `19${80 + (Number(number.slice(-2)) % 20)}-04-12`,
      ...rest,
    });
  const noCard = (stayed: number) => ({
    residencePermit: undefined,
    stayingSince: away(day, { days: -stayed }),
  });
  return [
    person(NAKAMURA, 'NAKAMURA KENJI', 'JPN', {
      story: 'passport M00000107 and residence card TT0000107, no account',
    }),
    person('F00000000114', 'GARCIA LOPEZ MARIA', 'ESP', {
      sex: 'female',
      hasBiometrics: false,
      story: 'residence card; immigration holds no biometrics of her (7 working days)',
    }),
    person('F00000000121', 'SMITH JAMES ANDREW', 'USA', {
      ...noCard(95),
      story: '95 days of stay, no residence card',
    }),
    person('F00000000138', 'MÜLLER ANNA', 'DEU', {
      ...noCard(40),
      sex: 'female',
      longTermVisaUntil: away(day, { years: 1 }),
      story: 'long-term visa, no residence card',
    }),
    person('F00000000145', 'WILLIAMS PETER', 'GBR', {
      ...noCard(30),
      story: '30 days of stay, no card, no visa: not entitled',
    }),
    person('F00000000152', 'IVANOV SERGEI', 'RUS', {
      passport: { ...passportOf(day, 'F00000000152', 'RUS'), status: 'revoked' },
      story: 'passport revoked',
    }),
    person('F00000000169', 'SHARMA RAVI', 'IND', {
      passport: { ...passportOf(day, 'F00000000169', 'IND'), expiry: away(day, { days: 10 }) },
      story: 'passport expires in 10 days',
    }),
    person('F00000000176', 'MARTIN LOUIS', 'FRA', {
      residencePermit: { ...permitOf(day, 'F00000000176'), expiry: away(day, { days: 30 }) },
      story: 'residence card expires in 30 days',
    }),
    person('F00000000183', 'BROWN ROBERT', 'AUS', { alive: false, story: 'has died' }),
    person('F00000000190', 'NAKAMURA HANA', 'JPN', {
      sex: 'female',
      birthdate: away(day, { years: -4, months: -2 }),
      guardians: [{ number: NAKAMURA, basis: 'parent' }],
      story: 'child of 4; the father is NAKAMURA KENJI (F00000000107)',
    }),
    person('F00000000206', 'NAKAMURA SORA', 'JPN', {
      birthdate: away(day, { years: -9, months: -2 }),
      guardians: [{ number: NAKAMURA, basis: 'parent' }],
      story: 'child of 9; the father is NAKAMURA KENJI (F00000000107)',
    }),
  ];
}

/** Decree 137/2015, Art. 13: century and sex, then the year. */
function birthIn(number: string): string {
  const century = 19 + Math.floor(Number(number[3]) / 2);
  return `${century}${number.slice(4, 6)}-06-15`;
}
