import type { Outage } from './drill-outage.ts';
import type { DrillRecord, Trouble } from './drill-record.ts';

export const LONGEST_OUTAGE_SECONDS = 10;
/** Lost stores are waited for for less than a second each; the machine may be busy. */
const LONGEST_REFUSAL_MS = 3_000;

/** Troubles that no fault excuses by its time: while nothing was to fail, or when it should have been over. */
export function troublesOutside(
  { troubles }: DrillRecord,
  outages: readonly Outage[],
): readonly Trouble[] {
  const excusing = outages.filter(({ fault }) => fault.mayFail);
  return troubles.filter(({ until }) => !excusing.some((outage) => isWithin(until, outage)));
}

/** Those it does excuse by their time, and not by their kind. */
export function troublesOfWrongKind({ fault, troubles }: Outage): readonly string[] {
  const isRight = ({ kind, from, until }: Trouble) =>
    kind === 'cut'
      ? fault.cuts === true
      : kind === 'unavailable' && until - from <= LONGEST_REFUSAL_MS;
  if (!fault.mayFail) return [];
  return troubles
    .filter((trouble) => !isRight(trouble))
    .map(({ kind, what, from, until }) => `${fault.title}: ${kind}, ${what}, ${until - from} ms`);
}

function isWithin(time: number, { from, until }: Outage): boolean {
  return time >= from && time <= Math.min(until, from + LONGEST_OUTAGE_SECONDS * 1000);
}
