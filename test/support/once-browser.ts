import { HttpAgent } from './http-agent.ts';
import type { RacedRequest } from './once-attempt.ts';
import { askNode } from './once-node.ts';

/** A browser of one issuer with several nodes behind it: each request goes to the next one. */
export class OnceBrowser extends HttpAgent {
  readonly #issuer: string;
  readonly #ports: readonly number[];
  #sent = 0;

  constructor({ issuer, ports }: { readonly issuer: string; readonly ports: readonly number[] }) {
    super();
    this.#issuer = issuer;
    this.#ports = ports;
  }

  /** As it would send it now, for others to send. */
  requestFor(path: string, form?: Readonly<Record<string, string>>): RacedRequest {
    const cookie = this.cookieHeader(new URL(path, this.#issuer));
    const accept = 'application/json, text/html;q=0.5';
    return { path, headers: { accept, cookie, origin: this.#issuer }, form };
  }

  /** What somebody else was answered who sent a request of ours. */
  keepCookies(path: string, lines: readonly string[]): void {
    for (const line of lines) this.keepCookie(new URL(path, this.#issuer), line);
  }

  /** A node with more to do than it can says so before it does anything; the same request then goes to the next one. */
  protected override async exchange(target: URL, init: RequestInit): Promise<Response> {
    let answer = await this.#ask(target, init);
    for (let again = 0; answer.status === 503 && again < 10; again += 1) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      answer = await this.#ask(target, init);
    }
    const { status, headers, body } = answer;
    const received = new Headers();
    for (const [name, value] of Object.entries(headers)) {
      for (const each of [value ?? []].flat()) received.append(name, each);
    }
    return new Response(body === '' ? null : body, { status, headers: received });
  }

  #ask(target: URL, init: RequestInit): ReturnType<typeof askNode> {
    const port = this.#ports[(this.#sent += 1) % this.#ports.length] ?? 0;
    const isForm = init.body instanceof URLSearchParams;
    return askNode({
      port,
      method: init.method === 'POST' ? 'POST' : 'GET',
      path: `${target.pathname}${target.search}`,
      headers: {
        ...(init.headers as Record<string, string>),
        host: target.host,
        ...(isForm && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      body: isForm ? String(init.body) : undefined,
    });
  }
}
