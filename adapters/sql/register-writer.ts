import type {
  Cursor,
  RegisterWrite,
  RegisterWriter,
  WriteOutcome,
} from '../../enrolment/register-writes.ts';
import type { AccountId } from '../../ids.ts';
import { auditRow } from './audit-store.ts';
import type { RegisterDatabase } from './register-database.ts';
import type { Transact } from './transact.ts';
import { accountWrites } from './writes/account-writes.ts';
import { caseWrites } from './writes/case-writes.ts';
import { messageWrites } from './writes/message-writes.ts';
import { inOneTransaction } from './writes/one-transaction.ts';
import { passkeyWrites } from './writes/passkey-writes.ts';
import { programWrites } from './writes/program-writes.ts';
import { relationWrites } from './writes/relation-writes.ts';
import { does, type Keep, type Step, type Writers } from './writes/step.ts';

type Kind = RegisterWrite['kind'];

/**
 * In this order kinds are written, each in the order it was given: what others point at comes first, what ends comes
 * before what begins in its place, and all transactions take the tables in one order, so that few meet head on.
 */
const ORDER: Readonly<Record<Kind, number>> = {
  cursor: 0,
  account_changed: 1,
  account_added: 2,
  language_chosen: 3,
  password_set: 3,
  passkey_removed: 4,
  passkey_added: 4,
  passkey_renamed: 4,
  signed_out: 5,
  lock_lifted: 6,
  lock_added: 7,
  guardianship_ended: 8,
  acting_ended: 8,
  guardianship_added: 9,
  office: 10,
  staff_ended: 11,
  staff_added: 12,
  case_step: 13,
  case_next: 14,
  change_settled: 15,
  change_requested: 16,
  notice: 17,
  delivery: 18,
  calendar_day: 19,
  audit: 20,
};

/** One transaction for all that is handed in together (docs/adr/0030). */
export class SqlRegisterWriter implements RegisterWriter {
  readonly #db: RegisterDatabase;
  readonly #transact: Transact;
  readonly #writers: Writers<Exclude<Kind, 'audit'>>;

  constructor(db: RegisterDatabase, keep: Keep, transact: Transact) {
    this.#db = db;
    this.#transact = transact;
    this.#writers = {
      ...accountWrites(keep),
      ...passkeyWrites(keep),
      ...caseWrites(keep),
      ...relationWrites(keep),
      ...messageWrites(keep),
      ...programWrites(),
    };
  }

  async apply(writes: readonly RegisterWrite[]): Promise<WriteOutcome> {
    const steps = this.#prepare(writes);
    if (steps.length === 0) return { kind: 'written' };
    return inOneTransaction(this.#transact, steps);
  }

  async cursor(name: string): Promise<Cursor | undefined> {
    const query = this.#db.selectFrom('cursors').selectAll().where('name', '=', name);
    const row = await query.executeTakeFirst();
    return row && { position: row.position, version: row.version, movedAt: row.moved_at };
  }

  #prepare(writes: readonly RegisterWrite[]): readonly Step[] {
    const inOrder = writes.toSorted((a, b) => ORDER[a.kind] - ORDER[b.kind]);
    const audit = inOrder.flatMap((write) => (write.kind === 'audit' ? [write.record] : []));
    const isCursor = ({ kind }: RegisterWrite) => kind === 'cursor';
    const steps = [
      ...inOrder.filter(isCursor).flatMap((write) => this.#stepsOf(write)),
      ...holdAccounts(inOrder),
      ...inOrder.filter((write) => !isCursor(write)).flatMap((write) => this.#stepsOf(write)),
    ];
    if (audit.length === 0) return steps;
    const rows = audit.map(auditRow);
    return [...steps, does((transaction) => transaction.insertInto('audit_events').values(rows))];
  }

  #stepsOf(write: RegisterWrite): readonly Step[] {
    if (write.kind === 'audit') return [];
    // Each writer takes the kind it stands under, which the compiler cannot follow through a union.
    const writer = this.#writers[write.kind] as (of: RegisterWrite) => readonly Step[];
    return writer(write);
  }
}

/**
 * Who changes several people holds them first, in the order of their ids: two who mean the same people in another order
 * wait for each other in a row, and not in a knot, which an engine takes a second to find.
 */
function holdAccounts(writes: readonly RegisterWrite[]): readonly Step[] {
  const ids = new Set(writes.map(changedAccount).filter((id) => id !== undefined));
  if (ids.size < 2) return [];
  return [...ids]
    .toSorted()
    .map((id) =>
      does((transaction) => transaction.updateTable('accounts').set({ id }).where('id', '=', id)),
    );
}

function changedAccount(write: RegisterWrite): AccountId | undefined {
  switch (write.kind) {
    case 'account_changed':
      return write.seen.id;
    case 'lock_added':
      return write.lock.accountId;
    case 'signed_out':
      return write.accountId;
    case 'passkey_added':
      return write.passkey.accountId;
    default:
      return undefined;
  }
}
