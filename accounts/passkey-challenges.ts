import { z } from 'zod';

import type { AccountId } from '../ids.ts';
import type { EphemeralStore } from './ephemeral-store.ts';

export const CHALLENGE_SECONDS = 5 * 60;

/** What a challenge was made for: it answers nothing else. */
export interface ChallengePurpose {
  readonly ceremony: 'registration' | 'authentication';
  readonly journeyId: string;
  /** Undefined while nobody knows yet who is signing in. */
  readonly accountId: AccountId | undefined;
}

/** At most one open challenge per purpose: a newer page replaces the older one's. */
export interface PasskeyChallenges {
  keep(purpose: ChallengePurpose, challenge: string): Promise<void>;
  /** Spends it, whatever becomes of the answer; undefined when there is none, or no more. */
  take(purpose: ChallengePurpose): Promise<string | undefined>;
}

const challengeSchema = z.base64url();

export function createPasskeyChallenges(
  ephemeral: Pick<EphemeralStore, 'put' | 'take'>,
): PasskeyChallenges {
  return {
    keep: (purpose, challenge) =>
      ephemeral.put('challenge', storeKey(purpose), challenge, CHALLENGE_SECONDS),

    async take(purpose) {
      const taken = await ephemeral.take('challenge', storeKey(purpose));
      return taken === undefined ? undefined : challengeSchema.parse(taken);
    },
  };
}

function storeKey({ ceremony, journeyId, accountId }: ChallengePurpose): string {
  return `${ceremony}/${journeyId}/${accountId ?? 'anybody'}`;
}
