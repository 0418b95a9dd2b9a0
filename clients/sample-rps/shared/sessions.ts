import { randomBytes } from 'node:crypto';

import type Koa from 'koa';

interface Entry<Session> {
  readonly session: Session;
  lastSeenAt: number;
}

export interface SessionsOptions<Session> {
  readonly cookieName: string;
  readonly create: () => Session;
  readonly limit?: number;
  readonly idleSeconds?: number;
}

/**
 * Sessions in memory, under a random cookie. Opened when somebody starts a login, not for every visitor; bounded in
 * number, the longest unseen goes first. Behind https, name the cookie `__Host-…` and set `secure: true`.
 */
export class Sessions<Session> {
  readonly #entries = new Map<string, Entry<Session>>();
  readonly #cookieName: string;
  readonly #create: () => Session;
  readonly #limit: number;
  readonly #idleMs: number;
  /** The id given out with the answer under way; the request still carries the one before. */
  readonly #given = new WeakMap<Koa.Context, string>();

  constructor({
    cookieName,
    create,
    limit = 10_000,
    idleSeconds = 1800,
  }: SessionsOptions<Session>) {
    this.#cookieName = cookieName;
    this.#create = create;
    this.#limit = limit;
    this.#idleMs = idleSeconds * 1000;
  }

  find(ctx: Koa.Context): Session | undefined {
    const id = this.#idOf(ctx);
    const entry = id === undefined ? undefined : this.#entries.get(id);
    if (id === undefined || entry === undefined) return undefined;
    this.#entries.delete(id);
    if (Date.now() - entry.lastSeenAt > this.#idleMs) return undefined;
    this.#entries.set(id, { session: entry.session, lastSeenAt: Date.now() });
    return entry.session;
  }

  /** For what concerns sessions without their browsers. */
  all(): readonly Session[] {
    return [...this.#entries.values()].map(({ session }) => session);
  }

  findOrOpen(ctx: Koa.Context): Session {
    return this.find(ctx) ?? this.#keep(ctx, this.#create());
  }

  /** The same session under a new id, once somebody has logged in: an id planted before is worth nothing then. */
  renew(ctx: Koa.Context, session: Session): void {
    this.#forget(ctx);
    this.#keep(ctx, session);
  }

  close(ctx: Koa.Context): void {
    this.#forget(ctx);
    ctx.cookies.set(this.#cookieName, null);
  }

  #keep(ctx: Koa.Context, session: Session): Session {
    const id = randomBytes(24).toString('base64url');
    this.#entries.set(id, { session, lastSeenAt: Date.now() });
    this.#given.set(ctx, id);
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#limit) break;
      this.#entries.delete(oldest);
    }
    ctx.cookies.set(this.#cookieName, id, { httpOnly: true, sameSite: 'lax' });
    return session;
  }

  #idOf(ctx: Koa.Context): string | undefined {
    return this.#given.get(ctx) ?? ctx.cookies.get(this.#cookieName);
  }

  #forget(ctx: Koa.Context): void {
    const id = this.#idOf(ctx);
    if (id !== undefined) this.#entries.delete(id);
  }
}
