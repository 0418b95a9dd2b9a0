import type { LegalRule } from '../../accounts/legal-rules.ts';

const HOUR_MS = 60 * 60 * 1000;
const OURS = 'SenID (docs/adr/0036); the law is silent';

/**
 * How long a new contact waits before it replaces anything, so that whoever holds the old one can call it off. The first
 * contact of an account that has none is in force at once: nobody could be told.
 */
export const CONTACT_COOLING_OFF_MS: LegalRule<
  Readonly<{ replacesOrAdds: number; firstOfAll: number }>
> = [
  {
    effectiveFrom: '2024-07-01',
    source: OURS,
    value: { replacesOrAdds: 24 * HOUR_MS, firstOfAll: 0 },
  },
];

export type RecoveryWay =
  /** Before an officer, in person. */
  | 'counter'
  /** For a ward, by the guardian with the guardian's own factors. */
  | 'guardian'
  /** From afar: number, document and face as for level 1, and a code to a channel that still works. */
  | 'proofing';

/** How long a recovery waits before it takes effect: what is done from afar can be called off by who still is there. */
export const RECOVERY_WAITING_MS: LegalRule<Readonly<Record<RecoveryWay, number>>> = [
  {
    effectiveFrom: '2024-07-01',
    source: OURS,
    value: { counter: 0, guardian: 0, proofing: 24 * HOUR_MS },
  },
];

/** Once a recovery is in effect, no level above 1 is reached for so long, whatever is proven. */
export const RECOVERY_COOL_DOWN_MS: LegalRule<number> = [
  { effectiveFrom: '2024-07-01', source: OURS, value: 24 * HOUR_MS },
];

/** How long the code of a notice ("it wasn't me") is good. */
export const ALARM_CODE_SECONDS = 7 * 24 * 60 * 60;
