import { HttpConnection } from './http-connection.ts';

const CONNECTIONS = 8;

/** What is prepared before a measurement: all of it, in order, a few at a time. */
export async function onConnections<T, R>(
  issuer: string,
  all: readonly T[],
  work: (connection: HttpConnection, one: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const left = all.entries();
  const worker = async () => {
    const connection = await HttpConnection.open(issuer);
    try {
      for (const [index, one] of left) results[index] = await work(connection, one);
    } finally {
      connection.close();
    }
  };
  await Promise.all(Array.from({ length: Math.min(CONNECTIONS, all.length) }, worker));
  return results;
}
