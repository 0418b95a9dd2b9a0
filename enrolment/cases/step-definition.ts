import type { CaseActor, CaseKind, CaseStatus } from '../case.ts';
import type { OfficeKind, StaffRole } from '../staff.ts';
import type { CaseField, StepName } from './vocabulary.ts';

/** Whether a step applies to this very case; what does not apply is neither offered nor waited for. */
export type StepCondition =
  /** A guardian answers for the applicant. */
  | 'with_guardian'
  /** Opened at a counter, not by the holder in the browser. */
  | 'at_counter'
  | 'by_holder'
  /** Not within another office's hands. */
  | 'not_forwarded'
  | 'forwarded';

/**
 * One row of the table of a kind. Everything that says who may do it and when is data; `judgeStep` is the only function
 * that reads it.
 */
export interface StepDefinition {
  readonly name: StepName;
  readonly by: readonly CaseActor['kind'][];
  /** Of staff: one of these is enough. */
  readonly roles: readonly StaffRole[];
  /** Of staff: kind of the office that deals with the case now. */
  readonly offices: readonly OfficeKind[];
  readonly statuses: readonly CaseStatus[];
  /** Taken and not taken back. */
  readonly needs: readonly StepName[];
  readonly conditions: readonly StepCondition[];
  readonly fields: readonly CaseField[];
  readonly needsReason: boolean;
  /** May be taken again while it stands: the later one counts. */
  readonly again: boolean;
  /** Can be taken back with a reason, and with it what rests on it. */
  readonly undoable: boolean;
  /** Not by who had a hand in putting the dossier together. */
  readonly anotherPerson: boolean;
  readonly leadsTo: CaseStatus | undefined;
}

export interface KindDefinition {
  readonly kind: CaseKind;
  readonly form: 'TK01' | 'TK02' | 'TK03' | undefined;
  readonly subject: 'citizen' | 'foreigner' | 'organisation' | 'holder';
  /** Of the account that is asked for. */
  readonly level: 1 | 2 | undefined;
  /** The opening step comes first; the rest in the order in which a page shows them. */
  readonly steps: readonly StepDefinition[];
  /** Two open cases of one sort about one person cannot be. Undefined: whoever types a number must block nobody. */
  readonly oneOpenOf: string | undefined;
  /** `YYYY-MM-DD` of the law it follows. */
  readonly effectiveFrom: string;
  readonly source: string;
}

type Given = Pick<StepDefinition, 'name' | 'by'> & Partial<StepDefinition>;

/** With what holds for most steps. */
export function step(given: Given): StepDefinition {
  return {
    roles: [],
    offices: [],
    statuses: ['collecting', 'paused'],
    needs: [],
    conditions: [],
    fields: [],
    needsReason: false,
    again: false,
    undoable: false,
    anotherPerson: false,
    leadsTo: undefined,
    ...given,
  };
}

export function field(
  name: CaseField['name'],
  kind: CaseField['kind'],
  required: 'required' | 'optional' = 'required',
): CaseField {
  return { name, kind, required: required === 'required' };
}

export function choice(name: CaseField['name'], options: readonly string[]): CaseField {
  return { ...field(name, 'choice'), options };
}
