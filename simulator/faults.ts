import { z } from 'zod';

import { FAULT_KINDS, SYSTEMS, type FaultKind, type System } from './people/magic.ts';

export const faultSchema = z.strictObject({
  system: z.enum(SYSTEMS),
  kind: z.enum(FAULT_KINDS),
  /** Of `slow`. */
  delayMs: z.int().min(0).max(120_000).default(5_000),
  /** How many requests it strikes; all when left out. */
  times: z.int().min(1).optional(),
  /** Whom it strikes: numbers of people, or where messages go; everybody when left out. */
  numbers: z.array(z.string()).optional(),
});

export interface Fault extends z.output<typeof faultSchema> {
  readonly id: number;
  readonly struck: number;
}

export interface Trouble {
  readonly kind: FaultKind;
  readonly delayMs: number;
}

/** What goes wrong because somebody asked for it; forgotten at a restart. */
export interface Faults {
  add(fault: z.output<typeof faultSchema>): Fault;
  list(): readonly Fault[];
  clear(): void;
  /** The first one that strikes this request; it is then counted. */
  strike(system: System, number: string | undefined): Trouble | undefined;
}

export function createFaults(): Faults {
  let faults: readonly Fault[] = [];
  let added = 0;
  return {
    add(wish) {
      added += 1;
      const fault = { ...wish, id: added, struck: 0 };
      faults = [...faults, fault];
      return fault;
    },
    list: () => faults,
    clear() {
      faults = [];
    },
    strike(system, number) {
      const fault = faults.find((each) => strikes(each, system, number));
      if (fault === undefined) return undefined;
      faults = faults
        .map((each) => (each === fault ? { ...each, struck: each.struck + 1 } : each))
        .filter(({ times, struck }) => times === undefined || struck < times);
      return fault;
    },
  };
}

function strikes(fault: Fault, system: System, number: string | undefined): boolean {
  if (fault.system !== system) return false;
  return fault.numbers === undefined || (number !== undefined && fault.numbers.includes(number));
}
