import type { AccountStore } from '../../accounts/account.ts';
import type { CaseActor } from '../../enrolment/case.ts';
import type { StaffStore } from '../../enrolment/staff.ts';
import type { AccountId } from '../../ids.ts';
import type { Translator } from '../../web/i18n/translator.ts';

export type NameOf = (actor: CaseActor) => string;

/** Who took which step, by name and office: read once for a page. */
export async function namesOf(
  actors: readonly CaseActor[],
  {
    accounts,
    staff,
  }: { readonly accounts: Pick<AccountStore, 'findById'>; readonly staff: StaffStore },
  { t, locale }: Translator,
): Promise<NameOf> {
  const names = new Map<AccountId, string>();
  for (const actor of actors) {
    if (actor.kind !== 'staff' && actor.kind !== 'holder') continue;
    if (names.has(actor.accountId)) continue;
    const account = await accounts.findById(actor.accountId);
    const member = actor.kind === 'staff' ? await staff.findMember(actor.staffId) : undefined;
    const office = member && (await staff.findOffice(member.officeId));
    const name = account?.name ?? t('officer.somebody');
    names.set(actor.accountId, office === undefined ? name : `${name}, ${office.name[locale]}`);
  }
  return (actor) => {
    switch (actor.kind) {
      case 'staff':
      case 'holder':
        return names.get(actor.accountId) ?? t('officer.somebody');
      case 'applicant':
        return t('officer.by-applicant');
      case 'system':
        return t('officer.by-program');
      default:
        return actor satisfies never;
    }
  };
}
