export const OUTSIDE_SYSTEMS = [
  'population',
  'immigration',
  'civil_status',
  'organisations',
  'matcher',
  'feed',
  'sms',
  'mail',
] as const;
export type OutsideSystemName = (typeof OUTSIDE_SYSTEMS)[number];

/** How a question ended, for whoever counts. */
export const OUTSIDE_OUTCOMES = [
  'answered',
  'refused',
  'timed_out',
  'unreachable',
  'nonsense',
  'circuit_open',
] as const;
export type OutsideOutcome = (typeof OUTSIDE_OUTCOMES)[number];
