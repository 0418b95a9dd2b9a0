import type { HttpAnswer, HttpConnection } from './http-connection.ts';

/** What a browser says of itself with every navigation; the servers look at it, so it is there. */
const NAVIGATION = {
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/143.0.0.0 Safari/537.36',
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'accept-language': 'vi-VN,vi;q=0.9,en;q=0.8',
  'accept-encoding': 'gzip, deflate, br',
} as const;

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
}

export interface Page {
  readonly url: string;
  readonly body: string;
}

const MOST_HOPS = 10;

/** Cookies, redirects and forms: as little of a browser as a login needs. */
export class Browser {
  readonly #connection: HttpConnection;
  readonly #origin: string;
  #cookies: Cookie[];

  constructor(connection: HttpConnection, origin: string, cookies: readonly Cookie[] = []) {
    this.#connection = connection;
    this.#origin = origin;
    this.#cookies = [...cookies];
  }

  /** What outlives a journey: cookies of the whole site. */
  get siteCookies(): readonly Cookie[] {
    return this.#cookies.filter(({ path }) => path === '/');
  }

  /** Goes to an address of the provider and on until a page, or until a redirect leads away from it. */
  async visit(path: string): Promise<Page | URL> {
    return this.#follow(path, await this.#send('GET', path));
  }

  /** Posts the form of the page that has this field or button; hidden fields go along. */
  async submit(page: Page, fields: Readonly<Record<string, string>>): Promise<Page | URL> {
    const form = formWith(page, Object.keys(fields)[0] ?? '');
    const path = form.action;
    const answer = await this.#send('POST', path, { ...form.hidden, ...fields });
    return this.#follow(path, answer);
  }

  async #follow(from: string, first: HttpAnswer): Promise<Page | URL> {
    let [path, answer] = [from, first];
    for (let hops = 0; hops < MOST_HOPS; hops += 1) {
      if (answer.status === 200) return { url: path, body: answer.body };
      if (answer.location === undefined)
        throw new Error(`${answer.status} at ${path.split('?')[0]}: ${answer.body.slice(0, 300)}`);
      const next = new URL(answer.location, this.#origin);
      if (next.origin !== this.#origin) return next;
      path = next.pathname + next.search;
      answer = await this.#send('GET', path);
    }
    throw new Error(`too many redirects at ${path}`);
  }

  async #send(
    method: 'GET' | 'POST',
    path: string,
    form?: Readonly<Record<string, string>>,
  ): Promise<HttpAnswer> {
    const cookie = this.#cookieHeader(path);
    const answer = await this.#connection.send({
      method,
      path,
      headers: {
        ...NAVIGATION,
        ...(cookie !== '' && { cookie }),
        ...(form && { origin: this.#origin, 'sec-fetch-site': 'same-origin' }),
      },
      ...(form && { form }),
    });
    for (const line of answer.setCookie) this.#store(line);
    return answer;
  }

  #cookieHeader(path: string): string {
    const pathname = path.split('?')[0] ?? '';
    return this.#cookies
      .filter((cookie) => cookie.path === '/' || pathname.startsWith(cookie.path))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }

  #store(line: string): void {
    const end = line.indexOf(';');
    const pair = end < 0 ? line : line.slice(0, end);
    const equals = pair.indexOf('=');
    const [name, value] = [pair.slice(0, equals), pair.slice(equals + 1)];
    const path = /; *path=([^;]*)/i.exec(line)?.[1] ?? '/';
    this.#cookies = this.#cookies.filter((each) => each.name !== name || each.path !== path);
    if (value !== '') this.#cookies.push({ name, value, path });
  }
}

/** Name of the step a page of ours belongs to, read off its forms. */
export function stepOf(page: Page): string {
  const step = /action="\/interaction\/[^/"]+\/([a-z-]+)"/.exec(page.body)?.[1];
  if (step === undefined) throw new Error(`not a page of a login: ${page.body.slice(0, 300)}`);
  return step;
}

/** Our pages are regular enough for expressions. */
function formWith(
  { body, url }: Page,
  field: string,
): { readonly action: string; readonly hidden: Readonly<Record<string, string>> } {
  for (const [, head = '', inner = ''] of body.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)) {
    if (!inner.includes(`name="${field}"`)) continue;
    const hidden: Record<string, string> = {};
    for (const [input] of inner.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)) {
      const name = /\bname="([^"]*)"/.exec(input)?.[1];
      if (name !== undefined) hidden[name] = /\bvalue="([^"]*)"/.exec(input)?.[1] ?? '';
    }
    return { action: /\baction="([^"]*)"/.exec(head)?.[1] ?? url, hidden };
  }
  throw new Error(`no form with ${field} at ${url}`);
}
