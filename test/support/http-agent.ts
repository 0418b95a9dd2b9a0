/** A browser without scripts: cookies, redirects one at a time, forms. For flows that do not need the passkey ceremony. */
export interface Answer {
  readonly status: number;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

export interface FormOnPage {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly buttons: readonly string[];
}

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
  readonly host: string;
  /** Epoch ms; undefined while the browser is open. */
  readonly expires: number | undefined;
}

export class HttpAgent {
  #cookies: Cookie[] = [];
  /** Of the machine the browser is on. */
  now: () => number = () => Date.now();
  readonly headers: Record<string, string>;

  constructor(headers: Record<string, string> = {}) {
    this.headers = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', ...headers };
  }

  /** One exchange; redirects are not followed. */
  async send(url: string, init: RequestInit = {}): Promise<Answer> {
    const target = new URL(url);
    const response = await this.exchange(target, {
      ...init,
      redirect: 'manual',
      headers: { ...this.headers, cookie: this.cookieHeader(target), ...toObject(init.headers) },
    });
    for (const line of response.headers.getSetCookie()) this.keepCookie(target, line);
    return {
      status: response.status,
      url: target.href,
      headers: response.headers,
      body: await response.text(),
    };
  }

  /** Follows redirects until a page, or until an address starts with `stopAt`: then the answer is that redirect. */
  async follow(answer: Answer, stopAt?: string): Promise<Answer> {
    let current = answer;
    for (let hops = 0; hops < 15; hops += 1) {
      const location = current.headers.get('location');
      if (location === null || current.status < 300 || current.status >= 400) return current;
      const next = new URL(location, current.url).href;
      if (stopAt !== undefined && next.startsWith(stopAt)) return current;
      current = await this.send(next);
    }
    throw new Error(`too many redirects at ${current.url}`);
  }

  async get(url: string, stopAt?: string): Promise<Answer> {
    return this.follow(await this.send(url), stopAt);
  }

  /** Posts a form of the page with these values added; follows the answer. */
  async submit(
    page: Answer,
    values: Readonly<Record<string, string | readonly string[]>>,
    stopAt?: string,
  ): Promise<Answer> {
    return this.follow(await this.post(page, values), stopAt);
  }

  /** As `submit`, without following. The form is the one that has the button or field named by `values`. */
  async post(
    page: Answer,
    values: Readonly<Record<string, string | readonly string[]>>,
  ): Promise<Answer> {
    const names = Object.keys(values);
    const forms = formsOf(page.body);
    const form =
      forms.find(({ buttons, fields }) =>
        names.every((name) => buttons.includes(name) || name in fields || name === 'consent'),
      ) ?? forms.find(({ buttons }) => names.some((name) => buttons.includes(name)));
    if (form === undefined) throw new Error(`no form with ${names.join(', ')} on ${page.url}`);
    const body = new URLSearchParams(form.fields);
    for (const [name, value] of Object.entries(values)) {
      body.delete(name);
      for (const each of typeof value === 'string' ? [value] : value) body.append(name, each);
    }
    return this.send(new URL(form.action, page.url).href, {
      method: 'POST',
      body,
      headers: { origin: new URL(page.url).origin, 'sec-fetch-site': 'same-origin' },
    });
  }

  cookieHeader(target: URL): string {
    return this.#cookies
      .filter(({ host, path }) => host === target.hostname && pathMatches(target.pathname, path))
      .filter(({ expires = Infinity }) => expires > this.now())
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }

  cookie(name: string): string | undefined {
    return this.#cookies.find((cookie) => cookie.name === name)?.value;
  }

  /** How a request leaves: an agent of one node among several sends it elsewhere. */
  protected exchange(target: URL, init: RequestInit): Promise<Response> {
    return fetch(target, init);
  }

  /** `line`: what `set-cookie` said in an answer from there. */
  keepCookie(target: URL, line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const equals = pair.indexOf('=');
    const name = pair.slice(0, equals);
    const find = (key: string) =>
      attributes.find((each) => each.toLowerCase().startsWith(`${key}=`))?.slice(key.length + 1);
    const path = find('path') ?? '/';
    const until = find('expires');
    const expires = until === undefined ? undefined : Date.parse(until);
    const host = target.hostname;
    this.#cookies = this.#cookies.filter(
      (cookie) => !(cookie.name === name && cookie.path === path && cookie.host === host),
    );
    if (expires !== undefined && expires <= this.now()) return;
    this.#cookies.push({ name, value: pair.slice(equals + 1), path, host, expires });
  }
}

function pathMatches(requested: string, cookiePath: string): boolean {
  return (
    requested === cookiePath ||
    (requested.startsWith(cookiePath) &&
      (cookiePath.endsWith('/') || requested[cookiePath.length] === '/'))
  );
}

function toObject(headers: RequestInit['headers']): Record<string, string> {
  return Object.fromEntries(new Headers(headers).entries());
}

/** Forms of one of our own pages; they are regular enough for expressions. */
export function formsOf(html: string): readonly FormOnPage[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(
    ([, head = '', inner = '']) => {
      const fields: Record<string, string> = {};
      for (const [input] of inner.matchAll(/<input\b[^>]*>/g)) {
        const name = attribute(input, 'name');
        const type = attribute(input, 'type');
        if (name !== undefined && type !== 'checkbox')
          fields[name] = attribute(input, 'value') ?? '';
      }
      const buttons = [...inner.matchAll(/<button\b[^>]*>/g)]
        .map(([button]) => attribute(button, 'name'))
        .filter((name) => name !== undefined);
      return { action: decode(attribute(head, 'action') ?? ''), fields, buttons };
    },
  );
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : decode(value);
}

function decode(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
