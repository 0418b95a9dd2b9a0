import type { ProtocolFile } from './protocol-file.ts';

const TABLES = ['artefacts', 'revoked_grants', 'remembered', 'ephemerals', 'counters'];
const BATCH = 200;
const PAUSE_MS = 5_000;
/** While there is a backlog: short batches, with room for requests between them. */
const BACKLOG_PAUSE_MS = 50;

/** Deletes at most `limit` expired rows of each table; true when there may be more. */
export function sweep({ connection, lane, clock }: ProtocolFile, limit: number): Promise<boolean> {
  const now = clock();
  return lane.write(() => {
    const swept = TABLES.map((table) => {
      const expired = `select rowid from ${table} where expires_at <= :now limit :limit`;
      const statement = connection.prepare(`delete from ${table} where rowid in (${expired})`);
      return statement.run({ now, limit }).changes;
    });
    return swept.some((changes) => changes === limit);
  });
}

/** Sweeps now and from time to time, without keeping the process alive. Returns the way to stop it. */
export function startSweeping(file: ProtocolFile): () => void {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const round = async () => {
    // A busy or full disk is told by the requests that need it; the next round tries again.
    const backlog = await sweep(file, BATCH).catch(() => false);
    if (stopped) return;
    timer = setTimeout(() => void round(), backlog ? BACKLOG_PAUSE_MS : PAUSE_MS).unref();
  };
  void round();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
