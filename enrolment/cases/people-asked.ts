import type { Account } from '../../accounts/account.ts';
import type {
  RegisterAnswer,
  RegisteredCitizen,
  RegisteredForeigner,
  RegisteredOrganisation,
  StateRegisters,
} from '../registers.ts';
import { refusalFor } from '../eligibility.ts';
import type { CasePerson, CaseSummary } from './case-summary.ts';
import type { NotTaken } from './cases.ts';

/** What a register said, or why the request goes no further. */
export type Asked<Value> = { readonly kind: 'found'; readonly value: Value } | NotTaken;

type System = Extract<NotTaken, { kind: 'unknown_for_now' }>['system'];

export function found<Value>(value: Value): Asked<Value> {
  return { kind: 'found', value };
}

export async function askCitizen(
  registers: StateRegisters,
  number: string,
): Promise<Asked<RegisteredCitizen>> {
  return told(await registers.population.findCitizen(number), 'population');
}

export async function askForeigner(
  registers: StateRegisters,
  by: { readonly number?: string; readonly passport?: string },
): Promise<Asked<RegisteredForeigner>> {
  return told(await registers.immigration.findForeigner(by), 'immigration');
}

/** Foreigners know the number of their passport; some know the other one. */
export function declaredNumber({ number, passport }: CaseSummary['asked']): {
  number?: string;
  passport?: string;
} {
  if (number !== undefined) return { number };
  return passport === undefined ? {} : { passport };
}

function told<Value>(answer: RegisterAnswer<Value>, system: System): Asked<Value> {
  switch (answer.kind) {
    case 'found':
      return found(answer.value);
    case 'not_found':
      return { kind: 'not_eligible', refusal: refusalFor('not_in_register') };
    case 'unknown':
      return { kind: 'unknown_for_now', system };
    default:
      return answer satisfies never;
  }
}

export function personOfCitizen(citizen: RegisteredCitizen): CasePerson {
  const { number, name, birthdate, sex, card, address, hasBiometrics } = citizen;
  return {
    subject: 'citizen',
    number,
    name,
    birthdate,
    sex,
    nationalities: ['VNM'],
    documents:
      card === undefined
        ? []
        : [{ type: 'identity_card', number: card.number, expiry: card.expiry }],
    address,
    heldByRegister: hasBiometrics,
    guardians: [],
  };
}

export function personOfForeigner(foreigner: RegisteredForeigner): CasePerson {
  const { number, name, birthdate, sex, nationalities, passport, address } = foreigner;
  const { residencePermit, hasBiometrics } = foreigner;
  const passports = { type: 'passport', number: passport.number, expiry: passport.expiry } as const;
  const permit = residencePermit && {
    type: 'residence_card' as const,
    number: residencePermit.number,
    expiry: residencePermit.expiry,
  };
  return {
    subject: 'foreigner',
    number,
    name,
    birthdate,
    sex,
    nationalities: [...nationalities],
    documents: permit === undefined ? [passports] : [passports, permit],
    address,
    heldByRegister: hasBiometrics,
    guardians: [],
  };
}

export function personOfOrganisation(
  organisation: Pick<RegisteredOrganisation, 'number' | 'name' | 'established'>,
  heldByRegister: boolean,
): CasePerson {
  const { number, name, established } = organisation;
  return {
    subject: 'organisation',
    number,
    name,
    birthdate: established,
    nationalities: [],
    documents: [],
    heldByRegister,
    guardians: [],
  };
}

/** Of who has an account: the registers keep it as they have it. */
export function personOfAccount(account: Account): CasePerson {
  const { identifier, name, birthdate, sex, nationalities, document, residencePermit } = account;
  return {
    subject: account.subjectType,
    number: identifier,
    name,
    birthdate,
    sex,
    nationalities: [...nationalities],
    documents: [document, residencePermit].filter((held) => held !== undefined),
    address: account.address,
    heldByRegister: true,
    guardians: [],
  };
}
