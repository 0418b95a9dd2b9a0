import type { EphemeralKind, EphemeralStore, Versioned } from '../../accounts/ephemeral-store.ts';
import { expiryAfter } from '../expiry.ts';
import { ephemeralStatements as sql } from './ephemeral-statements.ts';
import { patiently } from './patience.ts';
import type { ProtocolFile } from './protocol-file.ts';

export class SqliteEphemeralStore implements EphemeralStore {
  readonly #file: ProtocolFile;

  constructor(file: ProtocolFile) {
    this.#file = file;
  }

  async put(kind: EphemeralKind, key: string, value: unknown, ttlSeconds: number): Promise<void> {
    const row = this.#row(kind, key, value, ttlSeconds);
    await this.#file.lane.write(() => this.#prepare(sql.put).run(row));
  }

  async get(kind: EphemeralKind, key: string): Promise<Versioned | undefined> {
    const hashed = this.#key(kind, key);
    const row = await patiently(() => this.#find(hashed));
    return row && { value: this.#open(row, hashed), version: row.version };
  }

  async compareAndPut(
    kind: EphemeralKind,
    key: string,
    value: unknown,
    expectedVersion: number,
    ttlSeconds: number,
  ): Promise<boolean> {
    const row = this.#row(kind, key, value, ttlSeconds);
    const { changes } = await this.#file.lane.write(() =>
      expectedVersion === 0
        ? this.#prepare(sql.putNew).run(row)
        : this.#prepare(sql.replace).run({ ...row, expected: expectedVersion }),
    );
    return changes !== 0;
  }

  async take(kind: EphemeralKind, key: string): Promise<unknown> {
    const hashed = this.#key(kind, key);
    const taken = await this.#file.lane.write(() => {
      const row = this.#find(hashed);
      if (row !== undefined) this.#prepare(sql.clear).run({ key: hashed });
      return row;
    });
    return taken && this.#open(taken, hashed);
  }

  async remove(kind: EphemeralKind, key: string): Promise<void> {
    const hashed = this.#key(kind, key);
    await this.#file.lane.write(() => {
      this.#prepare(sql.clear).run({ key: hashed });
      this.#prepare(sql.forgetCount).run({ key: hashed });
    });
  }

  async increment(
    kind: EphemeralKind,
    key: string,
    windowSeconds: number,
  ): Promise<{ count: number; resetsAt: number }> {
    const now = this.#file.clock();
    const window = { key: this.#key(kind, key), now, expires: expiryAfter(now, windowSeconds) };
    const row = await this.#file.lane.write(() => this.#prepare(sql.increment).get(window));
    const { count, expires_at: resetsAt } = row as unknown as CounterRow;
    return { count, resetsAt };
  }

  async decrement(kind: EphemeralKind, key: string): Promise<void> {
    const counter = { key: this.#key(kind, key), now: this.#file.clock() };
    await this.#file.lane.write(() => this.#prepare(sql.decrement).run(counter));
  }

  #row(kind: EphemeralKind, key: string, value: unknown, ttlSeconds: number) {
    const json: string | undefined = JSON.stringify(value);
    if (json === undefined) throw new TypeError('an ephemeral value must be plain JSON');
    const now = this.#file.clock();
    const hashed = this.#key(kind, key);
    const sealed = this.#file.sealer.seal(json, place(hashed));
    return { key: hashed, value: sealed, now, expires: expiryAfter(now, ttlSeconds) };
  }

  #find(key: Buffer): EphemeralRow | undefined {
    const row = this.#prepare(sql.get).get({ key, now: this.#file.clock() });
    return row as unknown as EphemeralRow | undefined;
  }

  #open(row: EphemeralRow, key: Buffer): unknown {
    return JSON.parse(this.#file.sealer.open(row.value, place(key)));
  }

  #prepare(statement: string) {
    return this.#file.connection.prepare(statement);
  }

  #key(kind: EphemeralKind, key: string): Buffer {
    return this.#file.hash(`ephemeral ${kind}`, key);
  }
}

interface EphemeralRow {
  readonly value: string;
  readonly version: number;
}

interface CounterRow {
  readonly count: number;
  readonly expires_at: number;
}

function place(key: Buffer): string {
  return `ephemerals/value/${key.toString('base64url')}`;
}
