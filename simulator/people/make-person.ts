import { away } from './dates.ts';
import type { Address, Citizen, Foreigner, Guardian, Organisation, Person, Sex } from './person.ts';

type Wish<Made extends Person> = Pick<Made, 'number' | 'name' | 'birthdate' | 'sex'> &
  Partial<Omit<Made, 'kind' | 'number' | 'name' | 'birthdate' | 'sex'>>;

export type CitizenWish = Wish<Citizen>;
export type ForeignerWish = Wish<Foreigner> & Pick<Foreigner, 'nationalities'>;

const ORDINARY = {
  alive: true,
  hasBiometrics: true,
  guardians: [] as readonly Guardian[],
  cancelled: false,
  story: undefined,
} as const;

/** With a valid card and biometrics, unless something else is wished. The card has the number of its holder. */
export function citizen(day: string, wish: CitizenWish): Citizen {
  return { kind: 'citizen', ...ORDINARY, address: HA_NOI, card: cardOf(day, wish.number), ...wish };
}

export function cardOf(day: string, number: string): NonNullable<Citizen['card']> {
  return {
    number,
    issued: away(day, { years: -4 }),
    expiry: away(day, { years: 4 }),
    status: 'valid',
  };
}

/** With a valid passport and temporary residence card, unless something else is wished. */
export function foreigner(day: string, wish: ForeignerWish): Foreigner {
  return {
    kind: 'foreigner',
    ...ORDINARY,
    address: SAI_GON,
    passport: passportOf(day, wish.number, wish.nationalities[0] ?? 'XXX'),
    residencePermit: permitOf(day, wish.number),
    stayingSince: away(day, { years: -1 }),
    longTermVisaUntil: undefined,
    ...wish,
  };
}

/** `M` and the last eight digits of the holder's number. */
export function passportOf(
  day: string,
  number: string,
  nationality: string,
): Foreigner['passport'] {
  const placeOfIssue = CAPITALS[nationality] ?? nationality;
  return {
    number: `M${number.slice(-8)}`,
    issued: away(day, { years: -4 }),
    expiry: away(day, { years: 6 }),
    status: 'valid',
    placeOfIssue,
  };
}

/** `TT` and the last seven digits of the holder's number. */
export function permitOf(
  day: string,
  number: string,
  years = 2,
): NonNullable<Foreigner['residencePermit']> {
  return {
    kind: 'temporary',
    number: `TT${number.slice(-7)}`,
    issued: away(day, { years: Math.min(years, 0) - 1 }),
    expiry: away(day, { years }),
    status: 'valid',
  };
}

export function organisation(
  wish: Pick<Organisation, 'number' | 'name' | 'representative'> & Partial<Organisation>,
): Organisation {
  return { active: true, established: '2015-03-02', story: undefined, ...wish };
}

export function at(streetAddress: string, locality: string, region: string): Address {
  return { streetAddress, locality, region, country: 'VN' };
}

export function sexOf(number: string): Sex {
  return Number(number[3]) % 2 === 0 ? 'male' : 'female';
}

const HA_NOI = at('Số 8, phố Hoa Sen', 'Phường Ba Đình', 'Thành phố Hà Nội');
const SAI_GON = at('Căn hộ 902, tòa nhà Sao Mai', 'Phường Tân Hưng', 'Thành phố Hồ Chí Minh');

const CAPITALS: Readonly<Record<string, string>> = {
  KOR: 'Seoul',
  TWN: 'Taipei',
  JPN: 'Tokyo',
  CHN: 'Beijing',
  USA: 'Washington, D.C.',
  GBR: 'London',
  FRA: 'Paris',
  DEU: 'Berlin',
  ESP: 'Madrid',
  IND: 'New Delhi',
  RUS: 'Moskva',
  AUS: 'Canberra',
  THA: 'Bangkok',
  LAO: 'Vientiane',
};
