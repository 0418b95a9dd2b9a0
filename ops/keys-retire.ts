import type { Command } from 'commander';

import type { KeyChange } from '../provider/key-keeper.ts';
import { CannotDo } from './cannot-do.ts';
import { parseLead, usualLead, warningOfLead } from './key-lead.ts';
import type { Terminal } from './terminal.ts';
import { withKeys, type Keys } from './with-keys.ts';

interface RetireOptions {
  readonly compromised?: true;
  readonly lead?: number;
}

/** A key that signs is never left without a successor. */
export function addKeysRetire(keys: Command, terminal: Terminal): void {
  keys
    .command('retire')
    .description('end a signing key; its successor signs')
    .argument('<kid>', 'as keys list names it; after -- where it begins with -')
    .option('--compromised', 'nobody is to trust it: it is erased, and its successor signs at once')
    .option(
      '--lead <seconds>',
      'how long its successor is published before it signs; SENID_JWKS_MAX_AGE and five minutes when absent',
      parseLead,
    )
    .action(async (kid: string, { compromised, lead }: RetireOptions) => {
      await withKeys(terminal, async (opened) => {
        const { keeper, jwksMaxAgeSeconds } = opened;
        const seconds = compromised === true ? 0 : (lead ?? usualLead(jwksMaxAgeSeconds));
        const change =
          compromised === true
            ? await keeper.withdraw(kid)
            : await keeper.retire(kid, seconds * 1000);
        await record(change, compromised === true, opened);
        terminal.print(inWords(change));
        const signs = change.kind === 'superseded' || 'successor' in change;
        const warning = signs ? warningOfLead(seconds, jwksMaxAgeSeconds) : undefined;
        if (warning !== undefined) terminal.print(warning);
      });
    });
}

async function record(change: KeyChange, compromised: boolean, { audit }: Keys): Promise<void> {
  if (change.kind !== 'superseded' && change.kind !== 'removed') return;
  const { kid } = change.key;
  if (change.kind === 'superseded') {
    await audit.signingKeySuperseded({}, { kid, successor: change.successor.kid });
  } else {
    const reason = compromised ? 'compromised' : 'unused';
    await audit.signingKeyRemoved({}, { kid, reason, successor: change.successor?.kid });
  }
}

/** Throws `CannotDo` when nothing has changed. */
function inWords(change: KeyChange): string {
  switch (change.kind) {
    case 'superseded': {
      const { kid, activeFrom } = change.successor;
      return `signs until ${isoTime(activeFrom)}, then ${kid} does`;
    }
    case 'removed':
      return change.successor === undefined ? 'removed' : `removed; ${change.successor.kid} signs`;
    case 'retired':
      throw new CannotDo(`it has retired already, and is published until ${isoTime(change.until)}`);
    case 'made':
    case 'waiting':
    case 'unknown':
      throw new CannotDo('there is no such key');
    default:
      return change satisfies never;
  }
}

function isoTime(at: number): string {
  return new Date(at).toISOString();
}
