import type { Case } from '../case.ts';
import type { CaseSummary } from './case-summary.ts';
import type { ActorFacts } from './judge-step.ts';

/**
 * Whose case it is to look at. Another office's is as if it were not there, save for the authority it was forwarded to;
 * what an agency asks for is nothing for the holder before it is decided, wherever they work.
 */
export function maySee(
  seen: Case,
  { receivedBy, forwarded, done }: CaseSummary,
  { kind: actor, works, related }: ActorFacts,
): boolean {
  const { status, officeId, kind } = seen;
  const secret = isSecret(seen);
  switch (actor) {
    case 'system':
      return true;
    case 'applicant':
      return !secret;
    case 'holder':
      return related && (!secret || status === 'done');
    case 'staff': {
      if (works === undefined) return false;
      // Their own is theirs to see as a holder, and no earlier.
      if (secret && related && status !== 'done') return false;
      if ([officeId, receivedBy].includes(works.officeId)) return true;
      const wasForwarded = forwarded || done.forwarded !== undefined || kind === 'organisation';
      return works.office === 'identification_authority' && wasForwarded;
    }
    default:
      return actor satisfies never;
  }
}

/** Nobody warns a holder of what an agency has asked for. */
export function isSecret({ kind }: Pick<Case, 'kind'>): boolean {
  return kind === 'agency_lock' || kind === 'agency_unlock';
}
