import { crowd } from './crowd.ts';
import { heroOrganisations } from './hero-organisations.ts';
import { heroes } from './heroes.ts';
import { magicPeople } from './magic.ts';
import { officers } from './officers.ts';
import type { Organisation, Person } from './person.ts';
import { personas } from './personas.ts';

/** Everybody there is, as the registers know them now. */
export interface World {
  person(number: string): Person | undefined;
  /** Of those who have it now. */
  holderOfPassport(passport: string): Person | undefined;
  organisation(number: string): Organisation | undefined;
  people(): readonly Person[];
  organisations(): readonly Organisation[];
  change(person: Person): void;
  changeOrganisation(organisation: Organisation): void;
}

export function createWorld(seed: string, day: string): World {
  const made = crowd(seed, day);
  const all = [
    ...personas(day),
    ...officers(day),
    ...heroes(day),
    ...magicPeople(day),
    ...made.people,
  ];
  const people = new Map(all.map((person) => [person.number, person]));
  const organisations = new Map(
    [...heroOrganisations(), ...made.organisations].map((each) => [each.number, each]),
  );
  return {
    person: (number) => people.get(number),
    holderOfPassport: (passport) =>
      [...people.values()].find(
        (each) => each.kind === 'foreigner' && each.passport.number === passport,
      ),
    organisation: (number) => organisations.get(number),
    people: () => [...people.values()],
    organisations: () => [...organisations.values()],
    change: (person) => void people.set(person.number, person),
    changeOrganisation: (each) => void organisations.set(each.number, each),
  };
}
