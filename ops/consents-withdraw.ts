import type { Command } from 'commander';

import type { Consent } from '../accounts/consent.ts';
import { consentInForce } from '../clients/disclosure.ts';
import { newId } from '../ids.ts';
import { CannotDo } from './cannot-do.ts';
import { findAccount, LOGIN_ARGUMENT } from './find-account.ts';
import { logOutEverywhere } from './log-out-everywhere.ts';
import type { Terminal } from './terminal.ts';
import { withRegister } from './with-register.ts';

/** Nothing more is disclosed, refresh tokens end, and the person is asked anew at the next login. */
export function addConsentsWithdraw(consents: Command, terminal: Terminal): void {
  consents
    .command('withdraw')
    .description('withdraw what a person has agreed to at a relying party')
    .argument(...LOGIN_ARGUMENT)
    .argument('<clientId>', 'the relying party')
    .action(async (login: string, clientId: string) => {
      await withRegister(terminal, async (register) => {
        const { stores, audit, now } = register;
        const { id: accountId } = await findAccount(login, stores.accounts, terminal);
        const inForce = consentInForce(await stores.consents.latest(accountId, clientId), now);
        if (inForce === undefined) {
          throw new CannotDo('this account has no consent in force at this client');
        }
        const record = withdrawalOf(inForce, now);
        await stores.consents.append(record);
        await audit.consentWithdrawn(
          { accountId, clientId, consentId: record.id },
          { initiator: 'system' },
        );
        await logOutEverywhere(accountId, register, clientId);
        terminal.print('withdrawn');
      });
    });
}

/** Names the text that was agreed to, and agrees to nothing. */
function withdrawalOf(consent: Consent, now: number): Consent {
  return {
    ...consent,
    id: newId('con'),
    acceptedScopes: [],
    refusedScopes: [],
    acceptedClaims: [],
    refusedClaims: [],
    decidedAt: now,
    expiresAt: undefined,
    kind: 'withdrawn',
  };
}
