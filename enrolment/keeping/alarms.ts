import { z } from 'zod';

import type { EphemeralStore } from '../../accounts/ephemeral-store.ts';
import { networkOf } from '../../accounts/throttle.ts';
import { countEvent } from '../../accounts/window-limits.ts';
import type { Clock } from '../../clock.ts';
import { isId, type AccountId } from '../../ids.ts';
import type { PendingChangeStore } from '../pending-change.ts';
import { newAlarmCode, normaliseAlarmCode } from './alarm-code.ts';
import type { AlarmSent } from './facts.ts';
import { ALARM_CODE_SECONDS } from './rules.ts';

const WINDOW_SECONDS = 15 * 60;
/**
 * Wrong codes one network may try in a quarter of an hour. The right one is never refused: with 60 bits nobody guesses
 * it, and it must work when a stranger behind the same address has used the limit up.
 */
const MOST_TRIES = 10;

/** What the code of a notice stands for. */
export interface Alarm {
  readonly accountId: AccountId;
  /** Epoch ms: when what the notice told of began. */
  readonly since: number;
}

export type AlarmSpending =
  | { readonly kind: 'known'; readonly alarm: Alarm }
  /** None, another's, used or too old: nobody is told which. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'limited'; readonly retryAfterSeconds: number };

/**
 * Codes by which somebody says that it was not them. Lost with the protocol store, save those of what still waits: the
 * register knows these as well.
 */
export interface Alarms {
  /** A new one, kept before anybody is sent it. */
  make(alarm: Alarm): Promise<AlarmSent>;
  /** What was spent for nothing, because nothing could be written. */
  giveBack(typed: string, alarm: Alarm): Promise<void>;
  /** `known` once per code; of what still waits, also to parallel callers: the register lets it be called off once. */
  spend(answer: { readonly typed: string; readonly address: string }): Promise<AlarmSpending>;
}

const alarmSchema = z.object({
  accountId: z.custom<AccountId>((value) => isId('acc', value)),
  since: z.number(),
});

export function createAlarms({
  ephemeral,
  changes,
  clock,
  notMeUri,
}: {
  readonly ephemeral: Pick<EphemeralStore, 'put' | 'take' | 'increment'>;
  readonly changes: Pick<PendingChangeStore, 'findByCancelCode'>;
  readonly clock: Clock;
  /** Of the page `/not-me`. */
  readonly notMeUri: string;
}): Alarms {
  const keep = (code: string, alarm: Alarm) =>
    ephemeral.put('alarm', code, alarm, ALARM_CODE_SECONDS);
  const find = async (code: string): Promise<Alarm | undefined> => {
    const taken = await ephemeral.take('alarm', code);
    if (taken !== undefined) return alarmSchema.parse(taken);
    const change = await changes.findByCancelCode(code);
    return change?.state === 'waiting'
      ? { accountId: change.accountId, since: change.requestedAt }
      : undefined;
  };
  return {
    async make(alarm) {
      const code = newAlarmCode();
      await keep(code, alarm);
      // A fragment is sent to no server, and stands in no log and no `Referer`.
      return { code, link: `${notMeUri}#${code}` };
    },

    async giveBack(typed, alarm) {
      const code = normaliseAlarmCode(typed);
      if (code !== undefined) await keep(code, alarm);
    },

    async spend({ typed, address }) {
      const code = normaliseAlarmCode(typed);
      const alarm = code && (await find(code));
      if (alarm) return { kind: 'known', alarm };
      const retryAfterSeconds = await countEvent(ephemeral, {
        kind: 'throttle',
        seconds: WINDOW_SECONDS,
        limits: [{ key: `alarm/${networkOf(address)}`, limit: MOST_TRIES }],
        now: clock(),
      });
      return retryAfterSeconds === undefined
        ? { kind: 'unknown' }
        : { kind: 'limited', retryAfterSeconds };
    },
  };
}
