import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Moves whole processes through time with libfaketime, so that databases, tokens, cookies, timers and rounds of a program
 * and of everybody it starts see the same moment, and not one line of them knows of it. Time goes on by itself between
 * two moves. Timers that are over by then run at once, each as often as one, as on a machine that has slept.
 */
export interface TimeMachine {
  /** What a process is started with. */
  readonly env: Readonly<Record<string, string>>;
  /** As `2026-02-12T08:00+07:00`. */
  moveTo(moment: string): void;
  /** As the moved processes have it, epoch ms. */
  now(): number;
  remove(): void;
}

export function timeMachine(moment: string): TimeMachine {
  const folder = mkdtempSync(join(tmpdir(), 'senid-time-'));
  const file = join(folder, 'offset');
  let offset = 0;
  const moveTo = (to: string) => {
    offset = Math.round((Date.parse(to) - Date.now()) / 1000);
    // Read at every look at the clock: it is there whole, or as it was.
    writeFileSync(`${file}.new`, `${offset < 0 ? '' : '+'}${offset}\n`);
    renameSync(`${file}.new`, file);
  };
  moveTo(moment);
  return {
    env: { LD_PRELOAD: library(), FAKETIME_TIMESTAMP_FILE: file, FAKETIME_NO_CACHE: '1' },
    moveTo,
    now: () => Date.now() + offset * 1000,
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** The one for programs of several threads, where Debian puts it, on any architecture (`prepare.sh`). */
function library(): string {
  for (const folder of readdirSync('/usr/lib')) {
    const name = join('/usr/lib', folder, 'faketime', 'libfaketimeMT.so.1');
    if (existsSync(name)) return name;
  }
  throw new Error('libfaketime is not installed: test/support/prepare.sh installs it');
}
