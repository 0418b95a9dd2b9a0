import type { Text } from './language.ts';

export const LOW = 'urn:senid:loa:low';
export const SUBSTANTIAL = 'urn:senid:loa:substantial';
export const HIGH = 'urn:senid:loa:high';

/** SenID's ladder, weakest first. An `acr` is a minimum: who reached more also satisfies less. */
const LADDER: readonly { readonly acr: string; readonly name: Text }[] = [
  { acr: LOW, name: { vi: 'Thấp', en: 'Low' } },
  { acr: SUBSTANTIAL, name: { vi: 'Đáng kể', en: 'Substantial' } },
  { acr: HIGH, name: { vi: 'Cao', en: 'High' } },
];

/** Never compare two `acr` for equality. A value that is not on the ladder reaches nothing and is reached by nothing. */
export function reaches(acr: unknown, minimum: string): boolean {
  const wanted = LADDER.findIndex((step) => step.acr === minimum);
  return wanted !== -1 && LADDER.findIndex((step) => step.acr === acr) >= wanted;
}

export function acrName(acr: unknown): Text | undefined {
  return LADDER.find((step) => step.acr === acr)?.name;
}
