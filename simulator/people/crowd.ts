import { createDice, type Dice } from '../random.ts';
import { away } from './dates.ts';
import { at, citizen, foreigner, organisation, permitOf } from './make-person.ts';
import {
  foreignName,
  NATIONALITIES,
  organisationName,
  PLACES,
  STREETS,
  vietnameseName,
} from './names.ts';
import type { Address, Citizen, Foreigner, Organisation, Sex } from './person.ts';

const ADULTS = 2_400;
const CHILDREN = 400;
const FOREIGNERS = 600;
const ORGANISATIONS = 120;

export interface Crowd {
  readonly people: readonly (Citizen | Foreigner)[];
  readonly organisations: readonly Organisation[];
}

/** Everybody else: the same for the same seed and day. Serial numbers from 100000, so that they meet no hero. */
export function crowd(seed: string, day: string): Crowd {
  const adults = range(ADULTS).map((index) => adult(seed, day, index));
  const children = range(CHILDREN).map((index) => child(seed, day, index, adults));
  const guests = range(FOREIGNERS).map((index) => guest(seed, day, index));
  const organisations = range(ORGANISATIONS).map((index) => firm(seed, index, adults));
  return { people: [...adults, ...children, ...guests], organisations };
}

function adult(seed: string, day: string, index: number): Citizen {
  const dice = createDice(seed, 'adult', index);
  const sex = sexFrom(dice);
  const birthdate = away(day, { years: -18 - dice.roll(62), days: -dice.roll(364) - 1 });
  const number = citizenNumber(birthdate, sex, 100_000 + index);
  return citizen(day, {
    number,
    name: vietnameseName(sex, number),
    birthdate,
    sex,
    address: addressFrom(dice),
    hasBiometrics: dice.roll(20) > 0,
  });
}

function child(seed: string, day: string, index: number, adults: readonly Citizen[]): Citizen {
  const dice = createDice(seed, 'child', index);
  const sex = sexFrom(dice);
  const birthdate = away(day, { years: -dice.roll(17), days: -dice.roll(364) - 1 });
  const number = citizenNumber(birthdate, sex, 200_000 + index);
  const parent = adults[dice.roll(adults.length)];
  return citizen(day, {
    number,
    name: `${familyOf(parent)} ${vietnameseName(sex, number).split(' ').slice(1).join(' ')}`,
    birthdate,
    sex,
    address: parent?.address,
    guardians: parent === undefined ? [] : [{ number: parent.number, basis: 'parent' }],
    hasBiometrics: Number(birthdate.slice(0, 4)) <= Number(day.slice(0, 4)) - 6,
  });
}

function guest(seed: string, day: string, index: number): Foreigner {
  const dice = createDice(seed, 'foreigner', index);
  const sex = sexFrom(dice);
  const number = `F${String(100_000 + index).padStart(11, '0')}`;
  const nationality = dice.pick(NATIONALITIES);
  const wish = {
    number,
    name: foreignName(nationality, sex, number),
    birthdate: away(day, { years: -20 - dice.roll(50), days: -dice.roll(364) - 1 }),
    sex,
    nationalities: [nationality],
    address: addressFrom(dice),
    hasBiometrics: dice.roll(4) > 0,
    stayingSince: away(day, { days: -dice.roll(700) - 1 }),
  };
  if (dice.roll(4) === 0) return foreigner(day, { ...wish, residencePermit: undefined });
  const permit = permitOf(day, number, 1 + dice.roll(3));
  const kind = dice.roll(5) === 0 ? 'permanent' : 'temporary';
  return foreigner(day, { ...wish, residencePermit: { ...permit, kind } });
}

function firm(seed: string, index: number, adults: readonly Citizen[]): Organisation {
  const dice = createDice(seed, 'firm', index);
  const number = `0998${String(100_000 + index)}`;
  return organisation({
    number,
    name: organisationName(number),
    representative: adults[dice.roll(adults.length)]?.number ?? '',
    active: dice.roll(15) > 0,
    established: `${1995 + dice.roll(30)}-0${1 + dice.roll(9)}-1${dice.roll(9)}`,
  });
}

/** Decree 137/2015, Art. 13, with a province that does not exist: century and sex, two digits of the year, six others. */
function citizenNumber(birthdate: string, sex: Sex, serial: number): string {
  const century = (Number(birthdate.slice(0, 2)) - 19) * 2 + (sex === 'male' ? 0 : 1);
  return `099${century}${birthdate.slice(2, 4)}${serial}`;
}

function addressFrom(dice: Dice): Address {
  const [locality, region] = dice.pick(PLACES);
  return at(`Số ${1 + dice.roll(240)}, ${dice.pick(STREETS)}`, locality, region);
}

function familyOf(parent: Citizen | undefined): string {
  return parent?.name.split(' ')[0] ?? 'Nguyễn';
}

function sexFrom(dice: Dice): Sex {
  return dice.roll(2) === 0 ? 'male' : 'female';
}

function range(length: number): readonly number[] {
  return Array.from({ length }, (_, index) => index);
}
