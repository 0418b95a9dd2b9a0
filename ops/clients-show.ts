import type { Command } from 'commander';

import { surroundingsOf, tierViolations, type Surroundings } from '../clients/policy/tier-check.ts';
import { isTier, TIER_RULES } from '../clients/policy/tiers.ts';
import type { ClientRecord } from '../clients/client.ts';
import { readConfig } from '../config.ts';
import { CLIENT_ARGUMENT, findClient } from './find-client.ts';
import type { Terminal } from './terminal.ts';
import { withRegister } from './with-register.ts';

const SECRET_MEMBERS = new Set(['client_secret']);

/** What is agreed with it, what it says of itself as one JSON object, and what its tier finds wrong with that. */
export function addClientsShow(clients: Command, terminal: Terminal): void {
  clients
    .command('show')
    .description('policy and metadata of a relying party; never its secret')
    .argument(...CLIENT_ARGUMENT)
    .action(async (clientId: string) => {
      const surroundings = surroundingsOf(readConfig(terminal.environment));
      await withRegister(terminal, async ({ stores }) => {
        const client = await findClient(clientId, stores.clients);
        const { policy } = client;
        for (const [name, value] of [
          ['client', client.clientId],
          ['origin', client.origin],
          ['since', new Date(client.createdAt).toISOString()],
          ['tier', policy.tier],
          ['floor', policy.acrFloor],
          ['reuse', policy.reuse],
          ['scopes', ['openid', ...policy.entitledScopes].join(' ')],
          ...faults(client, surroundings).map((fault) => ['refused', fault] as const),
          ['metadata', JSON.stringify(withoutSecrets(client), undefined, 2)],
        ] as const) {
          terminal.print(`${name.padEnd(10)}${value}`);
        }
      });
    });
}

function faults(
  { metadata, policy: { tier } }: ClientRecord,
  surroundings: Surroundings,
): readonly string[] {
  if (!isTier(tier)) return ['this tier is not known here'];
  return tierViolations(metadata, TIER_RULES[tier], surroundings).map(
    ({ member, given, allowed }) => `${member} is ${given}, the tier allows ${allowed}`,
  );
}

function withoutSecrets({ metadata }: ClientRecord): object {
  return Object.fromEntries(
    Object.entries(metadata).filter(([member]) => !SECRET_MEMBERS.has(member)),
  );
}
