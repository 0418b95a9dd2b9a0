import type { LockGround, LockRequester } from '../accounts/account.ts';
import type { LegalRule } from '../accounts/legal-rules.ts';

/** What the law says of one ground. Nobody who offers a service is among those who may ask (D69, Art. 15). */
export interface LockRule {
  readonly mayRequest: readonly LockRequester[];
  /** Nobody: it is never lifted. */
  readonly mayLift: readonly LockRequester[];
  /** Asked for in writing, to lock and to unlock: number and date are kept. */
  readonly needsDocument: boolean;
  readonly tellHolder: boolean;
  /** What the holder is told of how it opens again. */
  readonly unlockWays: readonly UnlockWay[];
}

export type UnlockWay =
  | 'browser_passkey'
  | 'recovery'
  | 'counter'
  | 'by_itself'
  | 'authority'
  | 'never';

/** A holder's own request acts at once; an agency's has been decided in a case before it comes here (LoID, Arts. 29–30). */
export const LOCK_RULES: LegalRule<Readonly<Record<LockGround, LockRule>>> = [
  {
    effectiveFrom: '2024-07-01',
    source: 'LoID, Art. 34(1) and (2); D69, Art. 15; domain, section 1.7',
    value: {
      own_request: {
        mayRequest: ['holder', 'guardian'],
        mayLift: ['holder', 'guardian'],
        needsDocument: false,
        tellHolder: true,
        unlockWays: ['browser_passkey', 'recovery', 'counter'],
      },
      terms_breached: {
        mayRequest: ['operator'],
        mayLift: ['operator'],
        needsDocument: false,
        tellHolder: true,
        unlockWays: ['counter'],
      },
      card_revoked_or_retained: {
        mayRequest: ['register'],
        mayLift: ['register'],
        needsDocument: false,
        tellHolder: true,
        unlockWays: ['by_itself'],
      },
      authority_request: {
        mayRequest: ['agency'],
        mayLift: ['agency'],
        needsDocument: true,
        tellHolder: true,
        unlockWays: ['authority'],
      },
      // Of a person for good; an organisation that ceased may be active again (D69, Art. 15).
      number_cancelled: {
        mayRequest: ['register'],
        mayLift: ['register'],
        needsDocument: false,
        tellHolder: true,
        unlockWays: ['never'],
      },
      death: {
        mayRequest: ['register'],
        mayLift: [],
        needsDocument: false,
        tellHolder: false,
        unlockWays: ['never'],
      },
    },
  },
];
