import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  createServer,
  request as sendRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const POLL_EVERY_MS = 500;
const POLL_PATIENCE_MS = 2_000;
const HOST = '127.0.0.1';
/** What this proxy adds to every answer: the port of the node it comes from, or what went wrong on the way. */
export const NODE_HEADER = 'x-drill-node';
export const PROXY_HEADER = 'x-drill-proxy';

/** A load balancer as plain as they come, in a process of its own. */
export interface DrillProxy {
  readonly issuer: string;
  readonly port: number;
  /** Who is behind it from now on. Resolves when it has looked at each of them. */
  setNodes(ports: readonly number[]): Promise<void>;
  stop(): Promise<void>;
}

export async function startProxy(): Promise<DrillProxy> {
  const child = fork(fileURLToPath(import.meta.url), ['balance']);
  const [port] = (await once(child, 'message')) as [number];
  return {
    issuer: `http://localhost:${port}`,
    port,
    async setNodes(ports) {
      child.send(ports);
      await once(child, 'message');
    },
    stop: () => ended(child),
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.disconnect();
  await exited;
}

interface Node {
  readonly port: number;
  isReady: boolean;
}

/**
 * In turn, to whoever says it is ready; to anybody when nobody does, so that people hear it from SenID. A connection
 * that is refused is tried at the next node: nothing was sent yet. What was sent is never sent again.
 */
class Balancer {
  #nodes: readonly Node[] = [];
  #turn = 0;

  async setNodes(ports: readonly number[]): Promise<void> {
    const known = new Map(this.#nodes.map((node) => [node.port, node]));
    const nodes = ports.map((port) => known.get(port) ?? { port, isReady: false });
    const added = nodes.filter(({ port }) => !known.has(port));
    await Promise.all(added.map(look));
    this.#nodes = nodes;
    for (const node of added) void this.#watch(node);
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    for (const node of this.#candidates()) {
      try {
        const { status, headers, content } = await forward(node, request, body);
        response.writeHead(status, { ...headers, [NODE_HEADER]: node.port }).end(content);
        return;
      } catch (error) {
        node.isReady = false;
        if (isRefused(error)) continue;
        const cut = { [NODE_HEADER]: node.port, [PROXY_HEADER]: 'cut' };
        response.writeHead(502, cut).end();
        return;
      }
    }
    response.writeHead(503, { 'retry-after': '1', [PROXY_HEADER]: 'nobody' }).end();
  }

  #candidates(): readonly Node[] {
    const nodes = this.#nodes;
    const ready = nodes.filter(({ isReady }) => isReady);
    const inTurn = ready.length > 0 ? ready : nodes;
    this.#turn += 1;
    const first = this.#turn % Math.max(1, inTurn.length);
    const others = nodes.filter((node) => !inTurn.includes(node));
    return [...inTurn.slice(first), ...inTurn.slice(0, first), ...others];
  }

  async #watch(node: Node): Promise<void> {
    while (this.#nodes.includes(node)) {
      await delay(POLL_EVERY_MS);
      await look(node);
    }
  }
}

async function look(node: Node): Promise<void> {
  try {
    const signal = AbortSignal.timeout(POLL_PATIENCE_MS);
    const { status } = await fetch(`http://${HOST}:${node.port}/health/ready`, { signal });
    node.isReady = status === 200;
  } catch {
    node.isReady = false;
  }
}

interface Forwarded {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly content: Buffer;
}

/** On a connection of its own, as most proxies do unless told otherwise. */
async function forward(node: Node, asked: IncomingMessage, body: Buffer): Promise<Forwarded> {
  const { method, url: path, headers: received, socket } = asked;
  const headers = {
    ...received,
    connection: 'close',
    'content-length': body.length,
    'x-forwarded-for': socket.remoteAddress,
  };
  const place = { host: HOST, port: node.port, agent: false } as const;
  const sending = sendRequest({ ...place, method, path, headers });
  // After the answer has begun the answer itself tells.
  sending.on('error', () => {});
  sending.end(body);
  const [answer] = (await once(sending, 'response')) as [IncomingMessage];
  const content = await buffer(answer);
  const { connection: _, 'transfer-encoding': __, ...kept } = answer.headers;
  return { status: answer.statusCode ?? 502, headers: kept, content };
}

function isRefused(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED';
}

if (process.argv[2] === 'balance') {
  const balancer = new Balancer();
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    void balancer.answer(request, response);
  });
  server.listen(0, HOST, () => process.send?.((server.address() as AddressInfo).port));
  process.on('message', (ports: readonly number[]) => {
    void balancer.setNodes(ports).then(() => process.send?.('known'));
  });
  process.on('disconnect', () => process.exit());
}
