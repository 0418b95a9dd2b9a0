import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A relying party's host that a test lets misbehave. */
export interface OddHost {
  readonly origin: string;
  readonly port: number;
  /** Connections accepted so far, whatever came of them. */
  connections(): number;
  close(): Promise<void>;
}

export interface OddHostOptions {
  readonly hostname?: string;
  readonly address?: string;
  readonly port?: number;
  readonly tls?: { readonly key: string; readonly cert: string };
}

export async function startOddHost(
  answer: RequestListener,
  { hostname = 'localhost', address = '127.0.0.1', port = 0, tls }: OddHostOptions = {},
): Promise<OddHost> {
  const server: Server =
    tls === undefined ? createServer(answer) : createTlsServer({ ...tls }, answer);
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on('connection', (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(port, address, resolve));
  const bound = (server.address() as AddressInfo).port;
  return {
    origin: `${tls === undefined ? 'http' : 'https'}://${hostname}:${bound}`,
    port: bound,
    connections: () => connections,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** A certificate for one name, signed by itself. */
export function certificateFor(name: string): { readonly key: string; readonly cert: string } {
  const folder = mkdtempSync(join(tmpdir(), 'senid-certificate-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  try {
    const made = `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -keyout ${key} -out ${cert}`;
    const named = `-subj /CN=${name} -addext subjectAltName=DNS:${name}`;
    execFileSync('openssl', `${made} ${named}`.split(' '), { stdio: 'ignore' });
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
