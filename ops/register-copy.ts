import { resolve } from 'node:path';

import type { Command } from 'commander';

import type { CopyProgress } from '../adapters/copy/copy-register.ts';
import { moveRegister } from '../adapters/move-register.ts';
import { placeOf } from '../adapters/open-stores.ts';
import { systemClock } from '../clock.ts';
import { readConfig, type RegisterPlace } from '../config.ts';
import { loadSecrets } from '../secrets.ts';
import { CannotDo } from './cannot-do.ts';
import { firstLine } from './first-line.ts';
import { mustExist } from './must-exist.ts';
import type { Terminal } from './terminal.ts';

const TOLD_EVERY_MS = 1_000;

/** From one engine to another: everything a register holds. Nobody serves either of them meanwhile. */
export function addRegisterCopy(register: Command, terminal: Terminal): void {
  register
    .command('copy')
    .description('copy the whole register of DATABASE_URL to another one; goes on when interrupted')
    .requiredOption(
      '--to <url>',
      'postgres://user@host/database or sqlite:./folder/register.db; - reads it from standard input',
    )
    .action(async ({ to: given }: { to: string }) => {
      const config = readConfig(terminal.environment);
      mustExist(config);
      const from = config.register;
      const to = targetPlace(given === '-' ? await firstLine(terminal, 'address') : given);
      if (whole(from) === whole(to)) throw new CannotDo('that is the same register');
      const report = createReport(terminal);
      const counts = await moveRegister({ from, to, secrets: loadSecrets(config), report });
      for (const [table, count] of Object.entries(counts)) {
        terminal.print(`${table.padEnd(17)}${String(count).padStart(10)}  equal`);
      }
      terminal.print(`copied, and equal: ${placeOf(from)} → ${placeOf(to)}`);
      terminal.print(howToStart(to));
    });
}

function targetPlace(url: string): RegisterPlace {
  if (/^postgres(ql)?:\/\/./.test(url) && URL.canParse(url)) return { engine: 'postgres', url };
  const [, file] = /^sqlite:(.+)$/.exec(url) ?? [];
  if (file !== undefined) return { engine: 'sqlite', file };
  throw new CannotDo('--to must look like postgres://user@host/database or sqlite:./register.db');
}

function whole(place: RegisterPlace): string {
  return place.engine === 'sqlite' ? resolve(place.file) : placeOf(place);
}

function howToStart(to: RegisterPlace): string {
  const needs = to.engine === 'postgres' ? 'DATABASE_URL and REDIS_URL' : 'DATABASE_URL';
  return (
    `now set ${needs}, keep SENID_SECRETS_FILE, and start SenID; people log in again. ` +
    'The old register must not be served any more'
  );
}

/** A line a second at most. */
function createReport({ print }: Terminal): (progress: CopyProgress) => void {
  let toldAt = systemClock();
  return ({ doing, table, rows }) => {
    if (systemClock() - toldAt < TOLD_EVERY_MS) return;
    toldAt = systemClock();
    print(`${doing} ${table}: ${rows}`);
  };
}
