import { GrantRevoked } from '../../errors.ts';
import type { ArtefactPayload, ArtefactStore } from '../../provider/artefact-store.ts';
import { consumedAt, epochSeconds, GRANT, LEAST_TOMBSTONE_SECONDS } from '../artefact-marks.ts';
import { expiryAfter } from '../expiry.ts';
import { artefactStatements as sql } from './artefact-statements.ts';
import { patiently } from './patience.ts';
import type { ProtocolFile } from './protocol-file.ts';

export class SqliteArtefactStore implements ArtefactStore {
  readonly #file: ProtocolFile;

  constructor(file: ProtocolFile) {
    this.#file = file;
  }

  async upsert(
    model: string,
    id: string,
    payload: ArtefactPayload,
    ttlSeconds: number,
  ): Promise<void> {
    const now = this.#file.clock();
    const key = this.#key(model, id);
    const { consumed, ...unconsumed } = payload;
    const row = {
      key,
      model,
      payload: this.#file.sealer.seal(JSON.stringify(unconsumed), place(key)),
      consumed: consumedAt(consumed, now),
      uid: this.#secondaryKey(model, 'uid', payload.uid),
      userCode: this.#secondaryKey(model, 'user-code', payload.userCode),
      grant: this.#grantKey(model === GRANT ? id : payload.grantId),
      expires: expiryAfter(now, ttlSeconds),
      now,
    };
    const { changes } = await this.#file.lane.write(() => this.#prepare(sql.upsert).run(row));
    if (changes === 0) throw new GrantRevoked(`a late ${model} of a revoked grant was refused`);
  }

  async find(model: string, id: string): Promise<ArtefactPayload | undefined> {
    return this.#read(sql.find, this.#key(model, id));
  }

  async findWithGrant(model: string, id: string) {
    const artefact = await this.find(model, id);
    if (artefact === undefined) return undefined;
    const { grantId } = artefact;
    return { artefact, grant: grantId === undefined ? undefined : await this.find(GRANT, grantId) };
  }

  async findByUid(model: string, uid: string): Promise<ArtefactPayload | undefined> {
    return this.#read(sql.findByUid, this.#secondaryKey(model, 'uid', uid));
  }

  async findByUserCode(model: string, userCode: string): Promise<ArtefactPayload | undefined> {
    return this.#read(sql.findByUserCode, this.#secondaryKey(model, 'user-code', userCode));
  }

  consume(model: string, id: string): Promise<'won' | 'replayed' | 'absent'> {
    const now = this.#file.clock();
    const key = this.#key(model, id);
    return this.#file.lane.write(() => {
      const { changes } = this.#prepare(sql.consume).run({ key, now, consumed: epochSeconds(now) });
      if (changes !== 0) return 'won';
      return this.#prepare(sql.find).get({ key, now }) === undefined ? 'absent' : 'replayed';
    });
  }

  async destroy(model: string, id: string): Promise<void> {
    const key = this.#key(model, id);
    await this.#file.lane.write(() => this.#prepare(sql.destroy).run({ key }));
  }

  async revokeByGrantId(model: string, grantId: string): Promise<void> {
    const grant = this.#grantKey(grantId);
    await this.#file.lane.write(() => this.#prepare(sql.destroyOfModel).run({ grant, model }));
  }

  async revokeGrant(grantId: string): Promise<void> {
    const grant = this.#grantKey(grantId);
    const least = expiryAfter(this.#file.clock(), LEAST_TOMBSTONE_SECONDS);
    await this.#file.lane.write(() => {
      this.#prepare(sql.bury).run({ grant, least });
      this.#prepare(sql.destroyOfGrant).run({ grant });
    });
  }

  async remember(scope: string, value: string, ttlSeconds: number): Promise<boolean> {
    const now = this.#file.clock();
    const key = this.#file.hash(`remembered ${scope}`, value);
    const expires = expiryAfter(now, ttlSeconds);
    const { changes } = await this.#file.lane.write(() =>
      this.#prepare(sql.remember).run({ key, expires, now }),
    );
    return changes !== 0;
  }

  async #read(statement: string, key: Buffer | null): Promise<ArtefactPayload | undefined> {
    const now = this.#file.clock();
    const row = await patiently(() => this.#prepare(statement).get({ key, now }));
    if (row === undefined) return undefined;
    const found = row as unknown as ArtefactRow;
    const opened = this.#file.sealer.open(found.payload, place(found.key));
    const payload = JSON.parse(opened) as ArtefactPayload;
    return found.consumed_at === null ? payload : { ...payload, consumed: found.consumed_at };
  }

  #prepare(statement: string) {
    return this.#file.connection.prepare(statement);
  }

  #key(model: string, id: string): Buffer {
    return this.#file.hash(`artefact ${model}`, id);
  }

  #secondaryKey(model: string, kind: 'uid' | 'user-code', value: string | undefined) {
    return value === undefined ? null : this.#file.hash(`${kind} ${model}`, value);
  }

  #grantKey(grantId: string | undefined): Buffer | null {
    return grantId === undefined ? null : this.#file.hash('grant', grantId);
  }
}

interface ArtefactRow {
  readonly key: Uint8Array;
  readonly payload: string;
  readonly consumed_at: number | null;
}

function place(key: Uint8Array): string {
  return `artefacts/payload/${Buffer.from(key).toString('base64url')}`;
}
