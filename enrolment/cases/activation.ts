import type { Account } from '../../accounts/account.ts';
import type { Passkey } from '../../accounts/passkey-store.ts';
import { auditRecord, type EventContext } from '../../audit/events.ts';
import type { PasskeyId } from '../../ids.ts';
import type { CaseActor } from '../case.ts';
import { endedInPerson } from '../keeping/not-me.ts';
import { noticeWrites } from '../notices/notice-writes.ts';
import { personWritten } from '../notices/plain-words.ts';
import type { PendingChange } from '../pending-change.ts';
import type { RegisterWrite } from '../register-writes.ts';
import { findWaiting, type ActivationDependencies, type Found } from './activation-finding.ts';
import { afterStep, type StepFacts } from './after-step.ts';
import type { Activation, ActivationOutcome } from './cases.ts';
import { isBeingRaised } from './issue-account.ts';
import { kindDefinition, stepDefinition } from './kinds.ts';
import { eventContext, stepWrites } from './step-record.ts';
import { daysAround } from './days-around.ts';

type Activating = Parameters<Activation['activate']>[0];

export function createActivation(dependencies: ActivationDependencies): Activation {
  return {
    async check(request) {
      const found = await findWaiting(dependencies, request);
      if (found.kind !== 'found') return found;
      const { seen, account, given, needs } = found;
      const { phone, email } = given;
      const reachedAt = { phone, email };
      return { kind: 'accepted', caseId: seen.id, accountId: account.id, reachedAt, needs };
    },

    async activate({ passwordHash, confirmedWith, ...request }) {
      const found = await findWaiting(dependencies, request);
      if (found.kind !== 'found') return found;
      if (found.needs.includes('password') && passwordHash === undefined) {
        throw new TypeError('this activation needs a password');
      }
      return activate(dependencies, found, { passwordHash, confirmedWith });
    },
  };
}

/** The code is spent with the step it takes: the version of the case lets one of many through. */
async function activate(
  dependencies: ActivationDependencies,
  { seen, summary: before, account, given, needs }: Found,
  { passwordHash, confirmedWith }: Pick<Activating, 'passwordHash' | 'confirmedWith'>,
): Promise<ActivationOutcome> {
  const definition = stepDefinition(seen.kind, 'activated');
  if (definition === undefined || before.done.activated !== undefined) return { kind: 'wrong' };
  const now = dependencies.clock();
  const actor: CaseActor = { kind: 'holder', accountId: account.id };
  const facts: StepFacts = {
    now,
    days: await daysAround(dependencies, now),
    actor,
    input: { values: {}, sample: undefined, reason: undefined },
    authority: undefined,
    captured: undefined,
    applicant: undefined,
    activation: undefined,
    requestId: undefined,
  };
  const after = afterStep(seen, before, definition, facts);
  const { activation: _spent, ...summary } = after.summary;
  const row = { ...after.row, summary };
  const level = kindDefinition(seen.kind).level === 2 ? 2 : account.level;
  const isRaised = isBeingRaised(account, seen.kind);
  // Of level 2 from now on: codes that somebody was sent before have no say over it (`keeping/not-me.ts`).
  const activatedAt = isRaised ? now : (account.activatedAt ?? now);
  const proofedAt = level === account.level ? account.proofedAt : before.done.approved?.at;
  const activated: Account = { ...given, level, proofedAt, activatedAt };
  const setsPassword = needs.includes('password') && passwordHash !== undefined;
  const password: RegisterWrite[] = setsPassword
    ? [{ kind: 'password_set', accountId: account.id, hash: passwordHash, only: 'any' }]
    : [];
  const guardian = account.guardianId && (await dependencies.accounts.findById(account.guardianId));
  const event = eventContext(row, actor);
  const from = await fromBefore(dependencies, account);
  const { kind } = await dependencies.writer.apply([
    ...stepWrites({ row, summary }, 'activated', facts),
    { kind: 'account_changed', seen: account, account: activated },
    ...password,
    ...(isRaised ? nothingFromBefore(activated, { ...from, confirmedWith, event, now }) : []),
    ...noticeWrites(
      'account_activated',
      { level },
      { account: activated, guardian, caseId: seen.id, now },
    ),
    {
      kind: 'audit',
      record: auditRecord('accountActivated', event, { level }, now),
    },
  ]);
  if (kind !== 'written') return { kind: 'outdated' };
  return { kind: 'activated', caseId: seen.id, accountId: account.id };
}

async function fromBefore(
  { passkeys, pendingChanges }: ActivationDependencies,
  { id }: Account,
): Promise<{ readonly held: readonly Passkey[]; readonly changes: readonly PendingChange[] }> {
  const [held, changes] = await Promise.all([
    passkeys.listByAccount(id),
    pendingChanges.waitingOf(id),
  ]);
  return { held, changes };
}

/**
 * An account of level 1 opens with what nobody was seen for. Once it is one of level 2, whoever was in it before is out,
 * and only the passkey of who was there with code, phone and passkey goes on opening it.
 */
function nothingFromBefore(
  account: Account,
  {
    held,
    changes,
    confirmedWith,
    event,
    now,
  }: {
    readonly held: readonly Passkey[];
    readonly changes: readonly PendingChange[];
    readonly confirmedWith: PasskeyId | undefined;
    readonly event: EventContext;
    readonly now: number;
  },
): readonly RegisterWrite[] {
  const { id: accountId } = account;
  const others = held.filter(({ id }) => id !== confirmedWith);
  return [
    { kind: 'signed_out', accountId, at: now },
    ...endedInPerson({ account, guardian: undefined, changes }, { now, event, alarm: undefined }),
    ...others.flatMap(({ id: passkeyId, name }): readonly RegisterWrite[] => [
      { kind: 'passkey_removed', accountId, passkeyId, at: now },
      ...noticeWrites('passkey_removed', { passkeyName: personWritten(name) }, { account, now }),
      { kind: 'audit', record: auditRecord('passkeyRemoved', event, { passkeyId }, now) },
    ]),
  ];
}
