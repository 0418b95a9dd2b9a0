import type { Stores } from '../../adapters/stores.ts';
import type { RegisterWrite } from '../../enrolment/register-writes.ts';
import { goOnWithCases, type CaseRoundSources } from '../../enrolment/rounds/case-round.ts';
import { SenidError } from '../../errors.ts';
import type { AccountId, PasskeyId } from '../../ids.ts';
import { sampleDelivery } from './samples.ts';
import { createKeyKeeper, type KeyChange } from '../../provider/key-keeper.ts';

/** What two processes race for, as a message between them. */
export type Command =
  | { readonly do: 'consume'; readonly model: string; readonly id: string }
  | { readonly do: 'write-under-grant'; readonly id: string; readonly grantId: string }
  | { readonly do: 'revoke-grant'; readonly grantId: string }
  | { readonly do: 'remember'; readonly value: string }
  | { readonly do: 'take'; readonly key: string }
  | { readonly do: 'compare-and-put'; readonly key: string; readonly expectedVersion: number }
  | { readonly do: 'increment'; readonly key: string }
  | { readonly do: 'use-passkey'; readonly id: PasskeyId; readonly expectedCounter: number }
  | {
      readonly do: 'replace-password';
      readonly id: AccountId;
      readonly hash: string;
      readonly expected: string;
    }
  | { readonly do: 'insert-first-key'; readonly kid: string }
  | { readonly do: 'rotate-key'; readonly leadMs: number }
  | { readonly do: 'withdraw-key'; readonly kid: string }
  | { readonly do: 'claim-deliveries'; readonly claim: string; readonly limit: number }
  | { readonly do: 'enqueue-delivery'; readonly onceKey: string }
  /** One round over the cases; what the program does with each takes no time. */
  | { readonly do: 'go-on-with-cases'; readonly now: number }
  /** Whatever it is, together with a record of it. */
  | { readonly do: 'apply'; readonly writes: readonly RegisterWrite[] };

export type Outcome = { readonly value: unknown } | { readonly error: string };

/** Never rejects. */
export async function perform(stores: Stores, command: Command): Promise<Outcome> {
  try {
    return { value: await execute(stores, command) };
  } catch (error) {
    return { error: error instanceof SenidError ? error.code : String(error) };
  }
}

function execute(stores: Stores, command: Command): Promise<unknown> {
  const { artefacts, ephemerals, accounts, passkeys, signingKeys, deliveries } = stores;
  switch (command.do) {
    case 'consume':
      return artefacts.consume(command.model, command.id);
    case 'write-under-grant':
      return artefacts.upsert('AccessToken', command.id, { grantId: command.grantId }, 60);
    case 'revoke-grant':
      return artefacts.revokeGrant(command.grantId);
    case 'remember':
      return artefacts.remember('race', command.value, 60);
    case 'take':
      return ephemerals.take('challenge', command.key);
    case 'compare-and-put':
      return ephemerals.compareAndPut('journey', command.key, {}, command.expectedVersion, 60);
    case 'increment':
      return ephemerals.increment('throttle', command.key, 60);
    case 'use-passkey': {
      const { id, expectedCounter } = command;
      const counter = expectedCounter + 1;
      return passkeys.recordUse(id, { counter, expectedCounter, backedUp: false, at: 1 });
    }
    case 'replace-password':
      return accounts.replacePasswordHash(command.id, command.hash, command.expected);
    case 'insert-first-key': {
      const { kid } = command;
      const times = { createdAt: 1, activeFrom: 1 };
      return signingKeys.insertFirst({ kid, alg: 'ES256', jwk: { kty: 'EC', kid }, ...times });
    }
    case 'rotate-key':
      return kindOf(createKeyKeeper(signingKeys, Date.now).rotate('ES256', command.leadMs));
    case 'withdraw-key':
      return kindOf(createKeyKeeper(signingKeys, Date.now).withdraw(command.kid));
    case 'claim-deliveries': {
      const { claim, limit } = command;
      return idsOf(deliveries.claimDue({ now: 1_000, until: 2_000, claim, limit }));
    }
    case 'enqueue-delivery':
      return deliveries.insert(sampleDelivery(), command.onceKey);
    case 'go-on-with-cases':
      return casesGoneOnWith(stores, command.now);
    case 'apply':
      return stores.writer.apply(command.writes);
    default:
      return command satisfies never;
  }
}

async function casesGoneOnWith({ cases, writer }: Stores, now: number): Promise<string> {
  const ids: string[] = [];
  const program: CaseRoundSources['program'] = {
    async goOn({ id }) {
      ids.push(id);
      return 'waiting';
    },
  };
  await goOnWithCases({ cases, program, writer, clock: () => now });
  return ids.join();
}

async function idsOf(claimed: Promise<readonly { readonly id: string }[]>): Promise<string> {
  return (await claimed).map(({ id }) => id).join();
}

async function kindOf(change: Promise<KeyChange>): Promise<string> {
  return (await change).kind;
}
