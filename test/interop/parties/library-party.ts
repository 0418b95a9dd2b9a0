import express from 'express';
import session from 'express-session';

import { openParty, type Knowledge, type Party } from './open-party.ts';

/** What an integrator writes with a library of functions, out of its own documentation. */
export interface Library<Pending, Tokens> {
  start(): Promise<{ readonly address: URL; readonly pending: Pending }>;
  /** From the address the browser came back to. Rejects with the library's own error. */
  finish(address: URL, pending: Pending): Promise<Tokens>;
  know(tokens: Tokens): Promise<Knowledge>;
  refresh(tokens: Tokens): Promise<Tokens>;
  endSession(tokens: Tokens): URL;
}

/** An Express application around it, with what it remembers of a visitor behind a session cookie. */
export function libraryParty<Pending, Tokens>(
  open: (origin: string) => Promise<Library<Pending, Tokens>>,
): Promise<Party> {
  return openParty(async (origin) => {
    const library = await open(origin);
    const pending = new Map<string, Pending>();
    const visitors = new Map<string, Tokens>();
    const app = express();
    app.use(session({ secret: 'of a test', resave: false, saveUninitialized: true }));

    app.get('/login', async ({ sessionID }, response) => {
      const started = await library.start();
      pending.set(sessionID, started.pending);
      response.redirect(started.address.href);
    });
    app.get('/callback', async ({ sessionID, url }, response) => {
      const expected = pending.get(sessionID);
      pending.delete(sessionID);
      if (expected === undefined) return void response.status(400).json({ error: 'no login' });
      try {
        visitors.set(sessionID, await library.finish(new URL(url, origin), expected));
        response.redirect('/me');
      } catch (error) {
        const { error: code, code: reason } = error as { error?: string; code?: string };
        response.status(400).json({ error: code ?? reason });
      }
    });
    app.get('/me', async ({ sessionID }, response) => {
      const tokens = visitors.get(sessionID);
      if (tokens === undefined) return void response.status(401).json({ error: 'nobody' });
      response.json(await library.know(tokens));
    });
    app.get('/refresh', async ({ sessionID }, response) => {
      const tokens = visitors.get(sessionID);
      if (tokens === undefined) return void response.status(401).json({ error: 'nobody' });
      const refreshed = await library.refresh(tokens);
      visitors.set(sessionID, refreshed);
      response.json(await library.know(refreshed));
    });
    app.get('/logout', ({ sessionID }, response) => {
      const tokens = visitors.get(sessionID);
      if (tokens === undefined) return void response.status(401).json({ error: 'nobody' });
      visitors.delete(sessionID);
      response.redirect(library.endSession(tokens).href);
    });
    app.get('/goodbye', (_request, response) => {
      response.send('goodbye');
    });
    return app;
  });
}
