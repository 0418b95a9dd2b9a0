import { dateInVietNam } from '../../accounts/vietnam-date.ts';
import type { ApplicantFound } from './applicant-asked.ts';
import type { CaseSummary } from './case-summary.ts';
import type { CasesDependencies } from './cases-dependencies.ts';
import { askRepresentative, refused } from './guardian-asked.ts';
import { found, personOfOrganisation, type Asked } from './people-asked.ts';

/** As the business register has it, and its representative with a level-2 account (D69, Art. 12). */
export async function askOrganisation(
  dependencies: CasesDependencies,
  { number = '', name, guardianNumber }: CaseSummary['asked'],
): Promise<Asked<ApplicantFound>> {
  const answer = await dependencies.registers.organisations.findOrganisation(number);
  if (answer.kind === 'unknown') return { kind: 'unknown_for_now', system: 'organisations' };
  const registered = answer.kind === 'found' ? answer.value : undefined;
  if (registered?.active === false) return refused('organisation_not_active');
  if (registered === undefined && name === undefined) {
    return { kind: 'invalid', fields: { organisation_name: 'missing' } };
  }
  const byWhom = registered?.representative ?? guardianNumber;
  if (byWhom === undefined) return { kind: 'invalid', fields: { guardian_number: 'missing' } };
  if (guardianNumber !== undefined && guardianNumber !== byWhom) {
    return refused('not_its_representative');
  }
  const representative = await askRepresentative(dependencies, byWhom);
  if (representative.kind !== 'found') return representative;
  const account = await dependencies.accounts.findByIdentifier(number);
  if (account !== undefined) return refused('already_has_account');
  const today = dateInVietNam(dependencies.clock());
  const person = personOfOrganisation(
    registered ?? { number, name: name ?? '', established: today },
    registered !== undefined,
  );
  return found({ person, guardian: representative.value, account, locks: undefined });
}
