import type { StateRegisters } from '../../enrolment/registers.ts';

/** Where none are configured: nothing is known of anybody. */
export function noStateRegisters(): StateRegisters {
  const unknown = async () => ({ kind: 'unknown', reason: 'not_connected' }) as const;
  return {
    population: { findCitizen: unknown },
    immigration: { findForeigner: unknown },
    civilStatus: { guardiansOf: unknown },
    organisations: { findOrganisation: unknown },
    matcher: { match: unknown, enrol: unknown },
    feed: { events: unknown },
  };
}
