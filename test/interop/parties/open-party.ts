import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';

import type { HttpAgent } from '../../support/http-agent.ts';

/** What a relying party knows of the person who is logged in. */
export interface Knowledge {
  readonly claims: Readonly<Record<string, unknown>>;
  readonly userinfo: Readonly<Record<string, unknown>>;
}

/** A relying party that runs, written with a library nobody here wrote. */
export interface Party {
  /** Where a login starts. */
  readonly login: string;
  /** Its redirect URI. */
  readonly callback: string;
  /** What it knows of whoever has this browser. */
  me(browser: HttpAgent): Promise<Knowledge>;
  /** The same, with tokens it has just refreshed. */
  refresh(browser: HttpAgent): Promise<Knowledge>;
  /** Where a logout starts. */
  readonly logout: string;
  /** Where the browser comes to when it is logged out. */
  readonly goodbye: string;
  stop(): Promise<void>;
}

/** A party of five addresses: `/login`, `/callback`, `/me`, `/refresh`, `/logout`, and back at `/goodbye`. */
export function partyAt(origin: string, stop: () => Promise<void>): Party {
  return {
    login: `${origin}/login`,
    callback: `${origin}/callback`,
    me: (browser) => knowledge(browser, `${origin}/me`),
    refresh: (browser) => knowledge(browser, `${origin}/refresh`),
    logout: `${origin}/logout`,
    goodbye: `${origin}/goodbye`,
    stop,
  };
}

/** Listens on a free port first: a redirect URI has to be registered before anything can answer there. */
export async function openParty(
  build: (origin: string) => Promise<RequestListener>,
): Promise<Party> {
  let answer: RequestListener = (_request, response) => response.writeHead(503).end();
  const server = createServer((request, response) => answer(request, response));
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const origin = `http://localhost:${address.port}`;
  const party = partyAt(origin, async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  try {
    answer = await build(origin);
    return party;
  } catch (error) {
    await party.stop();
    throw error;
  }
}

async function knowledge(browser: HttpAgent, address: string): Promise<Knowledge> {
  const { status, body } = await browser.get(address);
  if (status !== 200) throw new Error(`${address}: ${status} ${body}`);
  return JSON.parse(body) as Knowledge;
}
