import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';

import { roundAges } from './metrics-client.ts';
import { startSenid, type SenidProcess, type StartOptions } from './senid-process.ts';
import { timeMachine } from './time-machine.ts';

const TOKEN = 'a-token-of-the-operator-0123456789';
/** What the rounds of a day have to be done within, once the day has come (epoch seconds of the moved program). */
const FRESH_SECONDS = 30;

/** The whole program with everybody it starts (sample services, simulator), at another time than ours. */
export interface MovedSenid extends SenidProcess {
  /** As it is there, epoch ms. */
  now(): number;
  /** That moment comes (`2026-02-12T08:00+07:00`), and the program has done what it does by itself by then. */
  comes(moment: string): Promise<void>;
  end(): Promise<void>;
}

export async function startSenidAt(
  moment: string,
  options: StartOptions = {},
): Promise<MovedSenid> {
  const time = timeMachine(moment);
  const env = { METRICS_TOKEN: TOKEN, ...time.env, ...options.env };
  const senid = await startSenid({ ...options, env });
  return {
    ...senid,
    now: () => time.now(),
    // What happened on the way is told meanwhile: the newest message need not be the one with the code.
    async code(since = 0) {
      for (let tries = 0; tries < 200; tries += 1) {
        const sent = (await senid.outbox()).filter(({ at }) => at >= since);
        const code = sent.map(({ text }) => /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0]).find(Boolean);
        if (code !== undefined) return code;
        await delay(50);
      }
      return assert.fail('no code was sent');
    },
    async comes(to) {
      time.moveTo(to);
      const deadline = Date.now() + 60_000;
      // Connections from before are as old as the moved program thinks: some end while they are asked.
      const ages = () => roundAges(senid.issuer, TOKEN).catch(() => [Infinity]);
      while ((await ages()).some((age) => age > FRESH_SECONDS)) {
        if (Date.now() > deadline) assert.fail(`the rounds stand still:\n${senid.output()}`);
        await delay(100);
      }
    },
    async end() {
      const code = await senid.stop();
      time.remove();
      assert.equal(code, 0, senid.output());
    },
  };
}
