import type { IncomingMessage, ServerResponse } from 'node:http';

import { createRemoteJWKSet, jwtVerify, type JWTVerifyResult } from 'jose';

import { startOddHost, type OddHost } from './odd-host.ts';
import type { OidcClient } from './oidc-client.ts';
import { noteSecret } from './session-secrets.ts';

/** What came to one path. */
export interface LogoutPost {
  readonly path: string;
  readonly contentType: string | undefined;
  readonly token: string;
}

/** The hosts of several relying parties in one, each with a path of its own. */
export interface LogoutReceiver {
  readonly host: OddHost;
  /** As `backchannel_logout_uri`. */
  uri(path: string): string;
  /** What this path answers from now on; 200 until it is told otherwise. `hang`: nothing. */
  answer(path: string, status: number | 'hang', body?: string): void;
  postsTo(path: string): readonly LogoutPost[];
  /** Resolves with all of them once there are so many. */
  waitFor(path: string, count: number, withinMs?: number): Promise<readonly LogoutPost[]>;
}

export async function startLogoutReceiver(port = 0): Promise<LogoutReceiver> {
  const posts: LogoutPost[] = [];
  const answers = new Map<string, { status: number | 'hang'; body: string }>();
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const token = new URLSearchParams(await readBody(request)).get('logout_token') ?? '';
    noteSecret('logout token', token);
    const path = request.url ?? '';
    posts.push({ path, contentType: request.headers['content-type'], token });
    const { status, body } = answers.get(path) ?? { status: 200, body: '' };
    if (status !== 'hang') response.writeHead(status).end(body);
  };
  const host = await startOddHost((request, response) => void take(request, response), { port });
  const postsTo = (path: string) => posts.filter((post) => post.path === path);
  return {
    host,
    uri: (path) => `${host.origin}${path}`,
    answer: (path, status, body = '') => void answers.set(path, { status, body }),
    postsTo,
    async waitFor(path, count, withinMs = 20_000) {
      const deadline = Date.now() + withinMs;
      while (postsTo(path).length < count) {
        if (Date.now() > deadline) throw new Error(`${postsTo(path).length} posts to ${path}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return postsTo(path);
    },
  };
}

/** As a relying party reads it (OpenID Connect Back-Channel Logout 1.0, section 2.6, 1 to 4). */
export function verifyLogoutToken(
  client: OidcClient,
  { token }: Pick<LogoutPost, 'token'>,
): Promise<JWTVerifyResult> {
  const jwks = createRemoteJWKSet(new URL(`${client.issuer}/jwks`));
  return jwtVerify(token, jwks, {
    issuer: client.issuer,
    audience: client.clientId,
    typ: 'logout+jwt',
    requiredClaims: ['iat', 'exp', 'jti', 'events'],
  });
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request as AsyncIterable<Buffer>) text += chunk.toString('utf8');
  return text;
}
