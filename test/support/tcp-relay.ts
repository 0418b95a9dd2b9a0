import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Stands between a client and a server, and hangs up when a test says so. */
export interface TcpRelay {
  readonly port: number;
  /** Every connection that is open ends the next time the server has something to say, which is kept back. */
  hangUpOnAnswer(): void;
  close(): Promise<void>;
}

export async function startRelay(targetPort: number): Promise<TcpRelay> {
  const doomed = new WeakSet<Socket>();
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const target = connect(targetPort, '127.0.0.1');
    open.add(client);
    const end = () => {
      open.delete(client);
      client.destroy();
      target.destroy();
    };
    client.on('data', (bytes) => target.write(bytes));
    target.on('data', (bytes) => {
      if (doomed.has(client)) end();
      else client.write(bytes);
    });
    for (const socket of [client, target]) socket.on('close', end).on('error', end);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    hangUpOnAnswer() {
      for (const client of open) doomed.add(client);
    },
    async close() {
      for (const client of open) client.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
