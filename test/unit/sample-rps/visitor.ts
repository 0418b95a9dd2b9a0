/** A browser without scripts: cookies by name and path, redirects followed one by one, forms posted. */
export class Visitor {
  /** Every address this visitor was sent to. */
  readonly trail: string[] = [];
  readonly #cookies = new Map<string, { readonly value: string; readonly path: string }>();

  async get(url: string): Promise<Page> {
    return this.#request(url, { method: 'GET' });
  }

  /** As from a page of the same site, unless headers say otherwise. */
  async post(url: string, form: Record<string, string> = {}, headers = {}): Promise<Page> {
    return this.#request(url, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { origin: new URL(url).origin, ...headers },
    });
  }

  /** Where `url` leads next, without going there. */
  async peek(url: string): Promise<URL> {
    const response = await this.#send(url, { method: 'GET' });
    return new URL(response.headers.get('location') ?? '', url);
  }

  cookie(name: string): string | undefined {
    return this.#cookies.get(name)?.value;
  }

  async #request(url: string, init: RequestInit): Promise<Page> {
    const response = await this.#send(url, init);
    const location = response.headers.get('location');
    if (location === null) return new Page(url, response, await response.text());
    return this.#request(new URL(location, url).href, { method: 'GET' });
  }

  async #send(url: string, init: RequestInit): Promise<Response> {
    if (this.trail.length > 200) throw new Error('sent round in circles');
    this.trail.push(url);
    const headers = new Headers(init.headers);
    headers.set('cookie', this.#cookiesFor(new URL(url).pathname));
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return response;
  }

  #cookiesFor(path: string): string {
    return [...this.#cookies]
      .filter(([, cookie]) => path.startsWith(cookie.path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(/; ?/);
    const [name = '', ...rest] = pair.split('=');
    const path = attributes.find((each) => /^path=/i.test(each))?.slice(5) ?? '/';
    this.#cookies.set(name, { value: rest.join('='), path });
  }
}

export class Page {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;

  constructor(url: string, { status, headers }: Response, text: string) {
    this.url = url;
    this.status = status;
    this.headers = headers;
    this.text = text;
  }

  has(id: string): boolean {
    return this.text.includes(`id="${id}"`);
  }

  /** What stands in <pre id="…">. */
  pre(id: string): string | undefined {
    const found = new RegExp(`<pre[^>]*\\bid="${id}"[^>]*>([^<]*)</pre`).exec(this.text)?.[1];
    return found?.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => CHARACTERS[entity] ?? '').trim();
  }

  json(id: string): Record<string, unknown> {
    return JSON.parse(this.pre(id) ?? 'null') as Record<string, unknown>;
  }
}

const CHARACTERS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
