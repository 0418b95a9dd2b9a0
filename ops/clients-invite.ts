import { InvalidArgumentError, Option, type Command } from 'commander';

import { createInvitations } from '../clients/invitations.ts';
import { NEWCOMER_SCOPES } from '../clients/newcomer-policy.ts';
import { TIERS, type Tier } from '../clients/policy/tiers.ts';
import { findScope } from '../clients/scopes.ts';
import { systemClock } from '../clock.ts';
import { CannotDo } from './cannot-do.ts';
import type { Terminal } from './terminal.ts';
import { withRegister } from './with-register.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_DAYS = 90;
const MOST_USES = 1_000;

interface InviteOptions {
  readonly tier: Tier;
  readonly scopes: string;
  readonly uses: number;
  readonly days: number;
}

/** Prints the initial access token (RFC 7591, section 3) once; the id below it stands in the audit trail. */
export function addClientsInvite(clients: Command, terminal: Terminal): void {
  clients
    .command('invite')
    .description('make an initial access token, with which relying parties register themselves')
    .addOption(
      new Option('--tier <tier>', 'see docs/reference/tiers.md')
        .choices([...TIERS])
        .makeOptionMandatory(),
    )
    .option(
      '--scopes <scopes>',
      'what they are entitled to beyond openid, with blanks between',
      NEWCOMER_SCOPES.join(' '),
    )
    .option('--uses <count>', `how many may register, up to ${MOST_USES}`, atMost(MOST_USES), 1)
    .option('--days <count>', `for how long, up to ${MOST_DAYS}`, atMost(MOST_DAYS), 7)
    .action(async ({ tier, scopes: listed, uses, days }: InviteOptions) => {
      const scopes = listed.split(' ').filter((scope) => scope !== '' && scope !== 'openid');
      const unknown = scopes.find((scope) => findScope(scope) === undefined);
      if (unknown !== undefined) throw new CannotDo(`there is no scope ${unknown}`);
      await withRegister(terminal, async ({ stores, audit, now }) => {
        const invitations = createInvitations(stores.ephemerals, systemClock);
        const expiresAt = now + days * DAY_MS;
        const { token, invitation } = await invitations.issue({ tier, scopes, uses, expiresAt });
        const { id: invitationId } = invitation;
        await audit.clientInvited({}, { invitationId, tier, scopes, uses, expiresAt });
        terminal.print(token);
        terminal.print(
          `${invitationId}  ${tier}  ${uses} ${uses === 1 ? 'use' : 'uses'}  until ${new Date(expiresAt).toISOString()}`,
        );
      });
    });
}

function atMost(most: number): (text: string) => number {
  return (text) => {
    const count = Number(text);
    if (Number.isInteger(count) && count >= 1 && count <= most) return count;
    throw new InvalidArgumentError(`must be a whole number from 1 to ${most}`);
  };
}
