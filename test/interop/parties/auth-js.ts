import { Auth, setEnvDefaults, skipCSRFCheck, type AuthConfig } from '@auth/core';
import { getToken, type JWT } from '@auth/core/jwt';
import express, { type Request as Asked, type Response as Answer } from 'express';

import { openParty, type Party } from './open-party.ts';
import { registerAt, type Registered } from './register.ts';

const SECRET = 'a secret of this test and of nothing else';
const silent = () => {};

/** Auth.js with its `oidc` provider type: all it is told is the issuer and the credentials. */
export async function authJsParty(issuer: string): Promise<Party> {
  let callback = '';
  const party = await openParty(async (origin) => {
    callback = `${origin}/auth/callback/senid`;
    const registered = await registerAt(issuer, origin, { redirect_uris: [callback] });
    const config = authConfig(issuer, registered);
    const app = express();
    const ask = (request: Asked, path: string, form?: URLSearchParams) =>
      Auth(
        new Request(new URL(path, origin), {
          method: form === undefined ? 'GET' : 'POST',
          headers: { cookie: request.headers.cookie ?? '' },
          ...(form && { body: form }),
        }),
        config,
      );
    const tokenOf = (request: Asked) =>
      getToken({ req: { headers: { cookie: request.headers.cookie ?? '' } }, secret: SECRET });

    app.get('/login', async (request, answer) =>
      relay(
        await ask(request, '/auth/signin/senid', new URLSearchParams({ callbackUrl: '/me' })),
        answer,
      ),
    );
    app.get(/^\/auth\//, async (request, answer) => relay(await ask(request, request.url), answer));
    app.get('/refresh', async (request, answer) => {
      const session = await ask(request, '/auth/session', new URLSearchParams());
      for (const cookie of session.headers.getSetCookie()) answer.append('set-cookie', cookie);
      answer.redirect('/me');
    });
    app.get('/me', async (request, answer) => {
      const token = await tokenOf(request);
      if (token === null) return void answer.status(401).json({ error: 'nobody' });
      const userinfo = await fetch(`${issuer}/userinfo`, {
        headers: { authorization: `Bearer ${String(token['access_token'])}` },
      });
      answer.json({ claims: token['claims'], userinfo: await userinfo.json() });
    });
    app.get('/logout', async (request, answer) => {
      const token = await tokenOf(request);
      const address = new URL(`${issuer}/logout`);
      address.searchParams.set('id_token_hint', String(token?.['id_token']));
      address.searchParams.set('post_logout_redirect_uri', `${origin}/goodbye`);
      const out = await ask(request, '/auth/signout', new URLSearchParams());
      for (const cookie of out.headers.getSetCookie()) answer.append('set-cookie', cookie);
      answer.redirect(address.href);
    });
    app.get('/goodbye', (_request, answer) => void answer.send('goodbye'));
    return app;
  });
  return { ...party, callback };
}

function authConfig(issuer: string, registered: Registered): AuthConfig {
  const { client_id: clientId, client_secret: clientSecret = '' } = registered;
  const config: AuthConfig = {
    basePath: '/auth',
    secret: SECRET,
    trustHost: true,
    skipCSRFCheck,
    logger: { error: silent, warn: silent, debug: silent },
    providers: [
      {
        id: 'senid',
        name: 'SenID',
        type: 'oidc',
        issuer,
        clientId,
        clientSecret,
        authorization: { params: { scope: 'openid profile' } },
        checks: ['pkce', 'state', 'nonce'],
      },
    ],
    callbacks: {
      /** After the guide to refresh token rotation; `update` is what the session asks for it with. */
      async jwt({ token, account, profile, trigger }) {
        if (account) {
          const { access_token, refresh_token, id_token } = account;
          return { ...token, access_token, refresh_token, id_token, claims: { ...profile } };
        }
        return trigger === 'update' ? refreshed(token, issuer, clientId, clientSecret) : token;
      },
    },
  };
  setEnvDefaults({}, config);
  return config;
}

async function refreshed(
  token: JWT,
  issuer: string,
  clientId: string,
  clientSecret: string,
): Promise<JWT> {
  const basic = Buffer.from(`${clientId}:${encodeURIComponent(clientSecret)}`).toString('base64');
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: String(token['refresh_token']),
    }),
  });
  if (!response.ok) throw new Error(`refresh: ${response.status}`);
  return { ...token, ...((await response.json()) as JWT) };
}

async function relay(from: Response, to: Answer): Promise<void> {
  to.status(from.status);
  for (const cookie of from.headers.getSetCookie()) to.append('set-cookie', cookie);
  const location = from.headers.get('location');
  if (location !== null) to.setHeader('location', location);
  to.type(from.headers.get('content-type') ?? 'text/plain').send(await from.text());
}
