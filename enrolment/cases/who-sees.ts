import type { Case } from '../case.ts';
import type { CaseSummary } from './case-summary.ts';
import type { ActorFacts } from './judge-step.ts';

/**
 * Whose case it is to look at. Another office's is as if it were not there, save for the authority it was forwarded to;
 * what an agency asks for is nothing for the holder before it is decided.
 */
export function maySee(
  { kind, status, officeId }: Case,
  { receivedBy, forwarded, done }: CaseSummary,
  { kind: actor, works, related }: ActorFacts,
): boolean {
  const isSecret = kind === 'agency_lock' || kind === 'agency_unlock';
  switch (actor) {
    case 'system':
      return true;
    case 'applicant':
      return !isSecret;
    case 'holder':
      return related && (!isSecret || status === 'done');
    case 'staff': {
      if (works === undefined) return false;
      if ([officeId, receivedBy].includes(works.officeId)) return true;
      const wasForwarded = forwarded || done.forwarded !== undefined || kind === 'organisation';
      return works.office === 'identification_authority' && wasForwarded;
    }
    default:
      return actor satisfies never;
  }
}
