import { normaliseIdentifier, type Account, type AccountStore } from '../../accounts/account.ts';
import type { EphemeralStore } from '../../accounts/ephemeral-store.ts';
import { networkOf, placeOf } from '../../accounts/throttle.ts';
import { countEvent } from '../../accounts/window-limits.ts';
import type { Audit, EventContext } from '../../audit/events.ts';
import type { Clock } from '../../clock.ts';
import { randomText, type AccountId } from '../../ids.ts';
import type { BiometricMatcher, BiometricSample } from '../registers.ts';
import type { Keeping } from './keeping.ts';
import { mayRecover, type RecoveryRefusal } from './recovery.ts';

const DAY_SECONDS = 24 * 60 * 60;
/**
 * Pictures compared: for one number from one place in a day, for one number and its document from everywhere in a day,
 * and from one network in a quarter of an hour. Each with the right document is a guess at a face; far more from
 * everywhere than from one place, so that one place cannot keep the true holder out, nor can any number of them who know
 * the number alone.
 */
const MOST_PER_NUMBER_AND_PLACE = 5;
const MOST_PER_NUMBER = 40;
const MOST_PER_ADDRESS = 20;

export interface RecoveryProof {
  readonly number: string;
  readonly document: string;
  readonly sample: BiometricSample;
  readonly address: string;
  readonly event: EventContext;
}

export type Proved =
  | { readonly kind: 'matched'; readonly accountId: AccountId }
  /** Whether there is such an account, and what of it did not match, is nobody's business. */
  | { readonly kind: 'no_match' }
  /** The matcher does not answer. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'limited'; readonly retryAfterSeconds: number }
  /** Only told to who was matched. */
  | { readonly kind: 'refused'; readonly reason: RecoveryRefusal };

export interface ProofSources {
  readonly accounts: Pick<AccountStore, 'findByIdentifier'>;
  readonly keeping: Pick<Keeping, 'load'>;
  readonly matcher: Pick<BiometricMatcher, 'match'>;
  readonly ephemeral: EphemeralStore;
  readonly audit: Pick<Audit, 'recoveryProofed'>;
  readonly clock: Clock;
}

/** Number, document and face, as level 1 is proofed (D69, Art. 10). */
export async function proveIdentity(
  { number, document, sample, address, event }: RecoveryProof,
  sources: ProofSources,
): Promise<Proved> {
  const { accounts, keeping, audit, clock } = sources;
  const account = await accounts.findByIdentifier(number);
  const isDocument =
    account?.document !== undefined &&
    normaliseIdentifier(account.document.number) === normaliseIdentifier(document);
  const retryAfterSeconds = await countProof(sources, { number, address, isDocument });
  if (retryAfterSeconds !== undefined) return { kind: 'limited', retryAfterSeconds };
  // Asked for whatever was typed, so that an answer takes as long for nobody's number as for somebody's.
  const face = await compare(sources, account, number, sample);
  const outcome = !isDocument && face !== 'unknown' ? 'no_match' : face;
  await audit.recoveryProofed({ ...event, accountId: account?.id }, { outcome });
  if (outcome !== 'matched') return { kind: outcome };
  const kept = account && (await keeping.load(account.id));
  if (kept === undefined) return { kind: 'no_match' };
  const reason = mayRecover(kept, 'proofing', clock());
  if (reason !== undefined) return { kind: 'refused', reason };
  return { kind: 'matched', accountId: kept.account.id };
}

async function compare(
  { matcher }: Pick<ProofSources, 'matcher'>,
  account: Account | undefined,
  number: string,
  sample: BiometricSample,
): Promise<'matched' | 'no_match' | 'unknown'> {
  const spelled = normaliseIdentifier(number);
  const isForeigner = account?.subjectType === 'foreigner' || /^\D/.test(spelled);
  const register = isForeigner ? 'immigration' : 'population';
  const requestId = `recovery-${randomText(18)}`;
  const answer = await matcher.match({ requestId, register, number: spelled, sample });
  if (answer.kind === 'unknown') return 'unknown';
  return answer.kind === 'found' && answer.value.outcome === 'match' ? 'matched' : 'no_match';
}

async function countProof(
  { ephemeral, clock }: Pick<ProofSources, 'ephemeral' | 'clock'>,
  {
    number,
    address,
    isDocument,
  }: { readonly number: string; readonly address: string; readonly isDocument: boolean },
): Promise<number | undefined> {
  const kind = 'throttle' as const;
  const now = clock();
  const byAddress = [{ key: `recovery/${networkOf(address)}`, limit: MOST_PER_ADDRESS }];
  const wait = await countEvent(ephemeral, { kind, seconds: 900, limits: byAddress, now });
  if (wait !== undefined) return wait;
  const spelled = normaliseIdentifier(number);
  const byNumber = [
    { key: `recovery/${spelled}/${placeOf(address)}`, limit: MOST_PER_NUMBER_AND_PLACE },
    ...(isDocument ? [{ key: `recovery/${spelled}`, limit: MOST_PER_NUMBER }] : []),
  ];
  return countEvent(ephemeral, { kind, seconds: DAY_SECONDS, limits: byNumber, now });
}
