import { z } from 'zod';

import type { EphemeralStore } from '../../accounts/ephemeral-store.ts';
import { networkOf } from '../../accounts/throttle.ts';
import { countEvent } from '../../accounts/window-limits.ts';
import type { Clock } from '../../clock.ts';
import { isId, type AccountId } from '../../ids.ts';
import type { PendingChangeStore } from '../pending-change.ts';
import { normaliseAlarmCode } from './alarm-code.ts';
import { ALARM_CODE_SECONDS } from './rules.ts';

const WINDOW_SECONDS = 15 * 60;
/** Codes one network may try in a quarter of an hour; each has 60 bits. */
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
  keep(code: string, alarm: Alarm): Promise<void>;
  /** `known` at most once per code, to one of any number of parallel callers. */
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
}: {
  readonly ephemeral: Pick<EphemeralStore, 'put' | 'take' | 'increment'>;
  readonly changes: Pick<PendingChangeStore, 'findByCancelCode'>;
  readonly clock: Clock;
}): Alarms {
  return {
    keep: (code, alarm) => ephemeral.put('alarm', code, alarm, ALARM_CODE_SECONDS),

    async spend({ typed, address }) {
      const retryAfterSeconds = await countEvent(ephemeral, {
        kind: 'throttle',
        seconds: WINDOW_SECONDS,
        limits: [{ key: `alarm/${networkOf(address)}`, limit: MOST_TRIES }],
        now: clock(),
      });
      if (retryAfterSeconds !== undefined) return { kind: 'limited', retryAfterSeconds };
      const code = normaliseAlarmCode(typed);
      if (code === undefined) return { kind: 'unknown' };
      const taken = await ephemeral.take('alarm', code);
      if (taken !== undefined) return { kind: 'known', alarm: alarmSchema.parse(taken) };
      const change = await changes.findByCancelCode(code);
      if (change?.state !== 'waiting') return { kind: 'unknown' };
      const { accountId, requestedAt: since } = change;
      return { kind: 'known', alarm: { accountId, since } };
    },
  };
}
