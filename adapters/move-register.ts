import type { RegisterPlace } from '../config.ts';
import { CannotStart, SealBroken } from '../errors.ts';
import type { Secrets } from '../secrets.ts';
import type { CopyEnd, CopyRole } from './copy/copy-end.ts';
import { copyRegister, type CopiedCounts, type CopyProgress } from './copy/copy-register.ts';
import { createKeyedHash } from './keyed-hash.ts';
import { orCannotStart, placeOf } from './open-stores.ts';
import { openPostgresCopyEnd } from './postgres/copy-end.ts';
import { createSealer } from './sealing.ts';
import type { RegisterDatabase } from './sql/register-database.ts';
import { createRegisterStores } from './sql/register-stores.ts';
import { openSqliteCopyEnd } from './sqlite/copy-end.ts';

export interface MoveOptions {
  readonly from: RegisterPlace;
  readonly to: RegisterPlace;
  /** Of both: sealed texts are copied as they are. */
  readonly secrets: Secrets;
  readonly report: (progress: CopyProgress) => void;
}

/**
 * Copies a whole register, which nobody may serve meanwhile at either end; when it was interrupted, goes on. Rejects with
 * `CannotStart` when an end cannot be had or the secrets do not open it, with `Conflict` when the target is not empty.
 */
export async function moveRegister({
  from,
  to,
  secrets,
  report,
}: MoveOptions): Promise<CopiedCounts> {
  const source = await openEnd(from, 'source');
  try {
    await mustOpen(source.db, secrets, from);
    const target = await openEnd(to, 'target');
    try {
      const counts = await copyRegister(source, target, report);
      await mustOpen(target.db, secrets, to);
      return counts;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

function openEnd(place: RegisterPlace, role: CopyRole): Promise<CopyEnd> {
  const opening =
    place.engine === 'sqlite'
      ? openSqliteCopyEnd(place.file, role)
      : openPostgresCopyEnd(place.url, role);
  return orCannotStart(place, opening);
}

/** By one person, sealed and found by a keyed index. */
async function mustOpen(
  db: RegisterDatabase,
  secrets: Secrets,
  place: RegisterPlace,
): Promise<void> {
  const { accounts } = createRegisterStores(db, {
    sealer: createSealer(secrets.sealingKeys),
    hash: createKeyedHash(secrets.derive('blind-index')),
  });
  const query = db.selectFrom('accounts').select('id').orderBy('id').limit(1);
  const somebody = await query.executeTakeFirst();
  if (somebody === undefined) return;
  const problem = new CannotStart(`secrets: they do not open the register ${placeOf(place)}`);
  try {
    const account = await accounts.findById(somebody.id);
    const again = account && (await accounts.findByIdentifier(account.identifier));
    if (again?.id !== somebody.id) throw problem;
  } catch (error) {
    throw error instanceof SealBroken ? problem : error;
  }
}
