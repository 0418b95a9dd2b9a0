import { existsSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';

import { CannotStart, StoreUnavailable } from '../../errors.ts';
import type { Signer } from '../../provider/signer.ts';
import { readLines, writeLine } from './lines.ts';
import { questionSchema, type Answer, type Wish } from './messages.ts';

const MOST_CONNECTIONS = 64;

export interface RunningSigner {
  close(): Promise<void>;
}

/** Lets who may open the socket (its owner alone) use the signer. Rejects with `CannotStart`. */
export async function serveSigner(signer: Signer, socketPath: string): Promise<RunningSigner> {
  await removeStale(socketPath);
  const connections = new Set<Socket>();
  const server = createServer((socket) => {
    connections.add(socket);
    socket.on('close', () => connections.delete(socket));
    socket.on('error', () => socket.destroy());
    readLines(socket, (line) => {
      const { id, wish } = questionSchema.parse(JSON.parse(line));
      void answer(signer, id, wish).then((message) => writeLine(socket, message));
    });
  });
  server.maxConnections = MOST_CONNECTIONS;
  await listen(server, socketPath);
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of connections) socket.destroy();
      }),
  };
}

/** Never rejects. */
async function answer(signer: Signer, id: number, wish: Wish): Promise<Answer> {
  try {
    return { id, value: await fulfil(signer, wish) };
  } catch (error) {
    return { id, error: error instanceof StoreUnavailable ? 'refused' : 'failed' };
  }
}

async function fulfil(signer: Signer, wish: Wish): Promise<unknown> {
  switch (wish.do) {
    case 'records':
      return signer.records();
    case 'public-keys':
      return signer.publicKeys();
    case 'sign': {
      const signature = await signer.sign(wish.kid, Buffer.from(wish.data, 'base64url'));
      return Buffer.from(signature).toString('base64url');
    }
    case 'rotate':
      return signer.rotate(wish.alg, wish.leadMs);
    case 'retire':
      return signer.retire(wish.kid, wish.leadMs);
    case 'withdraw':
      return signer.withdraw(wish.kid);
    default:
      return wish satisfies never;
  }
}

/** A socket outlives a signer that was killed; one that answers does not give way. */
async function removeStale(socketPath: string): Promise<void> {
  if (!existsSync(socketPath)) return;
  const answers = await new Promise<boolean>((resolve) => {
    const probe = connect(socketPath, () => {
      probe.destroy();
      resolve(true);
    });
    probe.on('error', () => resolve(false));
  });
  if (answers) throw new CannotStart(`signer: ${socketPath} is served already`);
  rmSync(socketPath);
}

async function listen(server: Server, socketPath: string): Promise<void> {
  // The socket gets its mode when it is made: there is no moment when others could open it.
  const before = process.umask(0o177);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(socketPath, resolve);
    });
  } catch (cause) {
    throw new CannotStart(`signer: cannot listen on ${socketPath}`, { cause });
  } finally {
    process.umask(before);
  }
}
