import type { PasskeyId } from '../ids.ts';
import type { Factor, FactorAudience, SessionReuse } from './factors.ts';

/** A factor proven within the transaction itself counts as fresh for so long. */
const TRANSACTION_FRESH_SECONDS = 15 * 60;

/** Everything that decides which factors of a ledger count for one request. */
export interface FactorScope {
  /** Epoch ms. */
  readonly now: number;
  readonly transaction: string;
  readonly audience: FactorAudience;
  readonly reuse: SessionReuse;
  /** `max_age`, applied to each factor. */
  readonly maxAgeSeconds: number | undefined;
  /** `prompt=login` (or `max_age=0`): nothing proven before this transaction counts. */
  readonly freshOnly: boolean;
  readonly livePasskeys: ReadonlySet<PasskeyId>;
}

/** Design, section 2, rules 3 and 6. Pure. */
export function usableFactors(factors: readonly Factor[], scope: FactorScope): readonly Factor[] {
  return factors.filter((factor) => {
    if (factor.method === 'passkey' && !scope.livePasskeys.has(factor.passkeyId)) return false;
    const ageSeconds = (scope.now - factor.at) / 1000;
    if (factor.transaction === scope.transaction) {
      return ageSeconds <= Math.max(TRANSACTION_FRESH_SECONDS, scope.maxAgeSeconds ?? 0);
    }
    if (scope.freshOnly) return false;
    if (scope.maxAgeSeconds !== undefined && ageSeconds > scope.maxAgeSeconds) return false;
    return mayReuse(factor.audience, scope);
  });
}

/** Design, section 2, rule 6; D69, Art. 19(4). */
function mayReuse(provenFor: FactorAudience, { reuse, audience }: FactorScope): boolean {
  const sameOrganisation = provenFor.organisationId === audience.organisationId;
  switch (reuse) {
    case 'never':
      return false;
    case 'same-organisation':
      return sameOrganisation;
    case 'public-services':
      return sameOrganisation || (provenFor.publicService && audience.publicService);
    default:
      return reuse satisfies never;
  }
}
