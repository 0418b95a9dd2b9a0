import type { Account, IdentityDocument } from './account.ts';
import { ENDING_DOCUMENTS, ruleInForce } from './legal-rules.ts';

/**
 * `YYYY-MM-DD`, the last day of the document that ends the account first; undefined when none of them does. For finding
 * accounts, so it heeds every wording of the rule there is: whether the account ends then is told by `accountState`.
 */
export function endsOn({
  subjectType,
  document,
  residencePermit,
}: Pick<Account, 'subjectType' | 'document' | 'residencePermit'>): string | undefined {
  const [first] = [document, residencePermit]
    .filter((held) => held !== undefined)
    .filter(({ type }) => ENDING_DOCUMENTS.some(({ value }) => value[subjectType].includes(type)))
    .map(({ expiry }) => expiry)
    .toSorted();
  return first;
}

/** The document that ends the account first, by the rule of that day; the passport where both do on one day. */
export function endingDocument(
  {
    subjectType,
    document,
    residencePermit,
  }: Pick<Account, 'subjectType' | 'document' | 'residencePermit'>,
  today: string,
): IdentityDocument | undefined {
  const ending = ruleInForce(ENDING_DOCUMENTS, today)[subjectType];
  const [first] = [document, residencePermit]
    .filter((held) => held !== undefined)
    .filter(({ type }) => ending.includes(type))
    .toSorted((a, b) => (a.expiry < b.expiry ? -1 : Number(a.expiry > b.expiry)));
  return first;
}
