import type { Server } from 'node:net';

import { CannotStart } from './errors.ts';

/** Rejects with `CannotStart`, whose line ends with `advice`. */
export async function listen(
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
  advice: string,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'is taken' : `cannot be used (${error.code})`;
      reject(new CannotStart(`port ${port} on ${host} ${why}; ${advice}`, { cause: error }));
    });
    server.listen(port, host, resolve);
  });
}
