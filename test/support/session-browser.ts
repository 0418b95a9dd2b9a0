import { HttpAgent, type Answer } from './http-agent.ts';
import { noteSecret } from './session-secrets.ts';

/** One request of a browser, with what the leak scanner looks at of the answer. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly location: string | undefined;
  /** Only of HTML pages that are shown: a redirect has one that repeats its `location`. */
  readonly page: string | undefined;
}

export const SESSION_COOKIE = '__Host-senid_session';

/** Of all browsers of this run. */
export const everyExchange: Exchange[] = [];

/** A browser without scripts that remembers where it has been. */
export class Browser extends HttpAgent {
  readonly history: Exchange[] = [];

  override async send(url: string, init: RequestInit = {}): Promise<Answer> {
    const answer = await super.send(url, init);
    const location = answer.headers.get('location') ?? undefined;
    const isHtml = answer.headers.get('content-type')?.startsWith('text/html') === true;
    const exchange: Exchange = {
      method: init.method ?? 'GET',
      url: answer.url,
      status: answer.status,
      location,
      page: isHtml && location === undefined ? answer.body : undefined,
    };
    this.history.push(exchange);
    everyExchange.push(exchange);
    noteSecret('session cookie', this.cookie(SESSION_COOKIE));
    return answer;
  }

  /** As sent to the provider, for tests that present it elsewhere or later. */
  cookiesFor(address: string): string {
    return this.cookieHeader(new URL(address));
  }

  get session(): string | undefined {
    return this.cookie(SESSION_COOKIE);
  }
}
