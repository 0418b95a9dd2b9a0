import type { CaseKind } from '../case.ts';
import { LEVEL_1_KINDS } from './level-1-kinds.ts';
import { LEVEL_2_KINDS } from './level-2-kinds.ts';
import { ORGANISATION } from './organisation-kind.ts';
import { AGENCY_KINDS, OWN_LOCK_KINDS, RECOVERY } from './other-kinds.ts';
import type { KindDefinition, StepDefinition } from './step-definition.ts';
import type { StepName } from './vocabulary.ts';

/** Every kind of case there is, as a table of steps. */
export const CASE_KINDS: readonly KindDefinition[] = [
  ...LEVEL_1_KINDS,
  ...LEVEL_2_KINDS,
  ORGANISATION,
  ...OWN_LOCK_KINDS,
  ...AGENCY_KINDS,
  RECOVERY,
];

const BY_KIND = new Map(CASE_KINDS.map((definition) => [definition.kind, definition]));

export function kindDefinition(kind: CaseKind): KindDefinition {
  const definition = BY_KIND.get(kind);
  if (definition === undefined) throw new RangeError(`no such kind of case: ${kind}`);
  return definition;
}

/** Undefined: cases of this kind do not have it. */
export function stepDefinition(kind: CaseKind, name: StepName): StepDefinition | undefined {
  return kindDefinition(kind).steps.find((definition) => definition.name === name);
}
