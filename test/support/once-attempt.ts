import type { Answer } from './http-agent.ts';
import { askNode, type NodeAnswer } from './once-node.ts';
import { stepOn } from './session-journey.ts';

/** What is sent many times at once, to whatever node. */
export interface RacedRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Posted; without it the request is a GET. */
  readonly form?: Readonly<Record<string, string>> | undefined;
}

export interface RaceAnswer {
  /** 0: there was no answer. */
  readonly status: number;
  readonly location: string | undefined;
  readonly cookies: readonly string[];
  readonly retryAfter: string | undefined;
  /** Of JSON answers. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Of pages: whose form is on them. */
  readonly step: string | undefined;
  /** Epoch ms. */
  readonly at: number;
}

/** Never rejects. `host` is that of the issuer. */
export async function attempt(
  { path, headers, form }: RacedRequest,
  host: string,
  port: number,
): Promise<RaceAnswer> {
  const isPost = form !== undefined;
  const type = isPost && { 'content-type': 'application/x-www-form-urlencoded' };
  try {
    return described(
      await askNode({
        port,
        method: isPost ? 'POST' : 'GET',
        path,
        headers: { ...headers, host, ...type },
        body: isPost ? String(new URLSearchParams(form)) : undefined,
      }),
    );
  } catch {
    return described({ status: 0, headers: {}, body: '' });
  }
}

function described({ status, headers, body }: NodeAnswer): RaceAnswer {
  const isJson = headers['content-type']?.includes('json') === true;
  return {
    status,
    location: headers.location,
    cookies: headers['set-cookie'] ?? [],
    retryAfter: headers['retry-after'],
    body: isJson ? (JSON.parse(body) as RaceAnswer['body']) : {},
    step: isJson ? undefined : stepOn({ body } as Answer),
    at: Date.now(),
  };
}
