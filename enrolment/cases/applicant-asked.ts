import type { Account } from '../../accounts/account.ts';
import { needsGuardian } from '../../accounts/contact.ts';
import { dateInVietNam } from '../../accounts/vietnam-date.ts';
import {
  citizenEligibility,
  foreignerEligibility,
  type EligibilityAnswer,
  type EligibilityQuestion,
} from '../eligibility.ts';
import { mayRecover } from '../keeping/recovery.ts';
import type { CasePerson, CaseSummary } from './case-summary.ts';
import type { CasesDependencies } from './cases-dependencies.ts';
import { askGuardian, refused, type GuardianFound } from './guardian-asked.ts';
import { askOrganisation } from './organisation-asked.ts';
import {
  askCitizen,
  askForeigner,
  declaredNumber,
  found,
  personOfAccount,
  personOfCitizen,
  personOfForeigner,
  type Asked,
} from './people-asked.ts';
import type { KindDefinition } from './step-definition.ts';

export interface ApplicantFound {
  readonly person: CasePerson;
  readonly guardian: CaseSummary['guardian'];
  /** The account there is already. */
  readonly account: Account | undefined;
  readonly locks: CaseSummary['locks'];
}

type Request = CaseSummary['asked'];

export interface Moment {
  readonly isOpening: boolean;
  /** Of what was declared from afar: whether it is this person. */
  readonly isThem?: (person: CasePerson) => boolean;
}

/**
 * Who the applicant is, as the register has it now, and whether the law gives them what they ask for. Asked when a case
 * is opened, and anew when it is decided.
 */
export async function askApplicant(
  dependencies: CasesDependencies,
  definition: KindDefinition,
  asked: Request,
  moment: Moment,
): Promise<Asked<ApplicantFound>> {
  switch (definition.subject) {
    case 'citizen':
    case 'foreigner':
      return askPerson(dependencies, definition, asked, moment);
    case 'organisation':
      return askOrganisation(dependencies, asked);
    case 'holder':
      return askHolder(dependencies, definition, asked);
    default:
      return definition.subject satisfies never;
  }
}

async function askPerson(
  dependencies: CasesDependencies,
  definition: KindDefinition,
  asked: Request,
  { isOpening, isThem }: Moment,
): Promise<Asked<ApplicantFound>> {
  const level = definition.level ?? 2;
  const question: EligibilityQuestion = {
    level,
    today: dateInVietNam(dependencies.clock()),
    rules: dependencies.eligibility,
  };
  const cardToCome = definition.kind === 'citizen_level_2_with_card' && isOpening;
  const looked =
    definition.subject === 'citizen'
      ? await lookAtCitizen(dependencies, asked, { ...question, cardToCome })
      : await lookAtForeigner(dependencies, asked, question);
  if (looked.kind !== 'found') {
    const tells = looked.kind === 'not_eligible' && isThem !== undefined;
    return tells ? refused('data_not_matched') : looked;
  }
  const { person, eligibility } = looked.value;
  // Whoever declares what is not so learns nothing of whose it is.
  if (isThem?.(person) === false) return refused('data_not_matched');
  if (eligibility.kind === 'refused') {
    return { kind: 'not_eligible', refusal: eligibility.refusal };
  }
  const account = await dependencies.accounts.findByIdentifier(person.number);
  if (account?.level === 2) return refused('already_level_2');
  if (account !== undefined && level === 1) return refused('already_has_account');
  const alone = !eligibility.needsGuardian && asked.guardianNumber === undefined;
  if (alone) return found({ person, guardian: undefined, account, locks: undefined });
  const guarded = await askGuardian(dependencies, person.number, asked.guardianNumber);
  return guarded.kind === 'found' ? found(withGuardian(person, guarded.value, account)) : guarded;
}

interface Looked {
  readonly person: CasePerson;
  readonly eligibility: EligibilityAnswer;
}

async function lookAtCitizen(
  { registers }: CasesDependencies,
  { number = '' }: Request,
  question: Parameters<typeof citizenEligibility>[1],
): Promise<Asked<Looked>> {
  const citizen = await askCitizen(registers, number);
  if (citizen.kind !== 'found') return citizen;
  const eligibility = citizenEligibility(citizen.value, question);
  return found({ person: personOfCitizen(citizen.value), eligibility });
}

async function lookAtForeigner(
  { registers }: CasesDependencies,
  asked: Request,
  question: EligibilityQuestion,
): Promise<Asked<Looked>> {
  const foreigner = await askForeigner(registers, declaredNumber(asked));
  if (foreigner.kind !== 'found') return foreigner;
  const eligibility = foreignerEligibility(foreigner.value, question);
  return found({ person: personOfForeigner(foreigner.value), eligibility });
}

function withGuardian(
  person: CasePerson,
  { guardian, all }: GuardianFound,
  account: Account | undefined,
): ApplicantFound {
  return { person: { ...person, guardians: all }, guardian, account, locks: undefined };
}

/** Of requests about an account there is. */
async function askHolder(
  { accounts, guardianships, clock }: CasesDependencies,
  { kind }: KindDefinition,
  { number = '' }: Request,
): Promise<Asked<ApplicantFound>> {
  const account = await accounts.findByIdentifier(number);
  if (account === undefined) return refused('no_account');
  const locks = await accounts.openLocks(account.id);
  const ground =
    kind === 'own_unlock'
      ? 'own_request'
      : kind === 'agency_unlock'
        ? 'authority_request'
        : undefined;
  const open = locks.filter((lock) => lock.ground === ground).map(({ id }) => id);
  if (ground !== undefined && open.length === 0) return refused('no_such_lock');
  // Asked before anybody gives a fingerprint, and again when it is decided.
  if (kind === 'recovery' && mayRecover({ account, locks, changes: [] }, 'counter', clock())) {
    return refused('locked_for_other_reasons');
  }
  const guardians = await guardianships.ofWard(account.id);
  const [first] = guardians;
  const person = personOfAccount(account);
  const byOther = first && (await accounts.findById(first.guardianId));
  const guardian =
    first === undefined || byOther === undefined
      ? undefined
      : {
          accountId: byOther.id,
          number: byOther.identifier,
          name: byOther.name,
          basis: first.basis,
        };
  return found({ person, guardian, account, locks: ground === undefined ? undefined : { open } });
}

/** What is declared tells it already: nobody under that age declares anything alone. */
export function declaresForOther(
  { birthdate }: Request,
  { clock }: Pick<CasesDependencies, 'clock'>,
): boolean {
  return birthdate !== undefined && needsGuardian(birthdate, dateInVietNam(clock()));
}
