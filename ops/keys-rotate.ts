import { Option, type Command } from 'commander';

import { SIGNING_ALGORITHMS } from '../provider/keys.ts';
import { CannotDo } from './cannot-do.ts';
import { parseLead, usualLead, warningOfLead } from './key-lead.ts';
import type { Terminal } from './terminal.ts';
import { withKeys } from './with-keys.ts';

interface RotateOptions {
  readonly alg?: string;
  readonly lead?: number;
}

/** The running nodes take part by themselves; none is restarted. */
export function addKeysRotate(keys: Command, terminal: Terminal): void {
  keys
    .command('rotate')
    .description('publish a next signing key for each algorithm; later it signs by itself')
    .addOption(new Option('--alg <alg>', 'for this one only').choices(SIGNING_ALGORITHMS))
    .option(
      '--lead <seconds>',
      'how long it is published before it signs; SENID_JWKS_MAX_AGE and five minutes when absent',
      parseLead,
    )
    .action(async ({ alg, lead }: RotateOptions) => {
      await withKeys(terminal, async ({ keeper, audit, jwksMaxAgeSeconds }) => {
        const seconds = lead ?? usualLead(jwksMaxAgeSeconds);
        const lines: string[] = [];
        let made = 0;
        for (const each of alg === undefined ? SIGNING_ALGORITHMS : [alg]) {
          const change = await keeper.rotate(each, seconds * 1000);
          if (change.kind !== 'made' && change.kind !== 'waiting') continue;
          const { kid, activeFrom } = change.key;
          const signs = `${each} ${kid} signs from ${new Date(activeFrom).toISOString()}`;
          lines.push(change.kind === 'made' ? signs : `${signs}; it was waiting already`);
          if (change.kind !== 'made') continue;
          made += 1;
          await audit.signingKeyMade({}, { kid, alg: each, activeFrom });
        }
        if (made === 0) throw new CannotDo(`nothing to do: ${lines.join(', ')}`);
        for (const line of lines) terminal.print(line);
        const warning = warningOfLead(seconds, jwksMaxAgeSeconds);
        if (warning !== undefined) terminal.print(warning);
      });
    });
}
