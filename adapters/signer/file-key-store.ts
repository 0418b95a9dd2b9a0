import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';

import { z } from 'zod';

import { CannotStart, Conflict } from '../../errors.ts';
import type { KeyRecord, SigningKey, SigningKeyStore } from '../../provider/signing-key-store.ts';
import type { Sealer } from '../sealing.ts';

const rowSchema = z.object({
  kid: z.string(),
  alg: z.string(),
  createdAt: z.number().int(),
  activeFrom: z.number().int(),
  follows: z.string().nullable(),
  sealedJwk: z.string(),
});
const fileSchema = z.object({ keys: z.array(rowSchema) });
type Row = z.infer<typeof rowSchema>;

/**
 * Keys in one file, for the one process that has it: what a method reads and writes happens in one turn of that
 * process. The file is replaced as a whole, so that it is never half written.
 */
export class FileSigningKeyStore implements SigningKeyStore {
  readonly #file: string;
  readonly #sealer: Sealer;

  constructor(file: string, sealer: Sealer) {
    this.#file = file;
    this.#sealer = sealer;
  }

  async records(): Promise<readonly KeyRecord[]> {
    return this.#read().map(recordOf);
  }

  async list(): Promise<readonly SigningKey[]> {
    return this.#read().map((row) => ({
      ...recordOf(row),
      jwk: jwkSchema.parse(JSON.parse(this.#sealer.open(row.sealedJwk, jwkPlace(row.kid)))),
    }));
  }

  async insertFirst(key: SigningKey): Promise<boolean> {
    const rows = this.#read();
    const taken = rows.some(({ alg, follows }) => alg === key.alg && follows === null);
    return !taken && this.#add(rows, key, null);
  }

  async insertAfter(predecessor: string, key: SigningKey): Promise<boolean> {
    const rows = this.#read();
    const taken = rows.some(({ follows }) => follows === predecessor);
    return !taken && this.#add(rows, key, predecessor);
  }

  async bringForward(kid: string, activeFrom: number): Promise<boolean> {
    const rows = this.#read();
    const row = rows.find((each) => each.kid === kid && each.activeFrom > activeFrom);
    if (row === undefined) return false;
    this.#write(rows.map((each) => (each === row ? { ...row, activeFrom } : each)));
    return true;
  }

  async remove(kid: string): Promise<boolean> {
    const rows = this.#read();
    const rest = rows.filter((row) => row.kid !== kid);
    if (rest.length < rows.length) this.#write(rest);
    return rest.length < rows.length;
  }

  #add(rows: readonly Row[], { jwk, ...record }: SigningKey, follows: string | null): true {
    const { kid } = record;
    if (rows.some((row) => row.kid === kid)) throw new Conflict('there is a key with this kid');
    const sealedJwk = this.#sealer.seal(JSON.stringify(jwk), jwkPlace(kid));
    this.#write([...rows, { ...record, follows, sealedJwk }]);
    return true;
  }

  #read(): readonly Row[] {
    if (!existsSync(this.#file)) return [];
    const parsed = fileSchema.safeParse(parseFile(this.#file));
    if (!parsed.success) throw new CannotStart(`signer: ${this.#file} is not a file of keys`);
    return parsed.data.keys.toSorted(
      (a, b) => a.createdAt - b.createdAt || (a.kid < b.kid ? -1 : 1),
    );
  }

  #write(keys: readonly Row[]): void {
    const fresh = `${this.#file}.new`;
    const file = openSync(fresh, 'w', 0o600);
    try {
      writeSync(file, `${JSON.stringify({ keys }, undefined, 2)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(fresh, this.#file);
  }
}

const jwkSchema = z.looseObject({ kty: z.string() });

function recordOf({ kid, alg, createdAt, activeFrom }: Row): KeyRecord {
  return { kid, alg, createdAt, activeFrom };
}

function jwkPlace(kid: string): string {
  return `signer/sealed_jwk/${kid}`;
}

function parseFile(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new CannotStart(`signer: cannot read ${file}`, { cause });
  }
}
