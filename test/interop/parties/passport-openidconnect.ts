import express from 'express';
import session from 'express-session';
import passport from 'passport';
import { Strategy } from 'passport-openidconnect';

import { openParty, type Party } from './open-party.ts';
import { registerAt, type Registered } from './register.ts';

interface Visitor extends Express.User {
  readonly claims: Readonly<Record<string, unknown>>;
  readonly idToken: string;
  readonly accessToken: string;
  readonly refreshToken: string;
}

interface Metadata {
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly userinfo_endpoint: string;
  readonly end_session_endpoint: string;
}

/**
 * The library knows neither discovery nor PKCE nor refresh: its documentation has its user copy the addresses. It sends
 * its secret in the body, so that is what is registered, with `nonce` in the place of PKCE.
 */
export function passportParty(issuer: string): Promise<Party> {
  return openParty(async (origin) => {
    const discovery = await fetch(`${issuer}/.well-known/openid-configuration`);
    const metadata = (await discovery.json()) as Metadata;
    const registered = await registerAt(issuer, origin, {
      token_endpoint_auth_method: 'client_secret_post',
      require_pkce: false,
    });
    const strategy = new Refreshing(issuer, origin, metadata, registered);
    const app = express();
    const authenticator = new passport.Passport();
    authenticator.use(strategy);
    authenticator.serializeUser((user, done) => done(null, user));
    authenticator.deserializeUser((user: Visitor, done) => done(null, user));
    app.use(session({ secret: 'of a test', resave: false, saveUninitialized: false }));
    app.use(authenticator.session());

    app.get('/login', authenticator.authenticate('openidconnect'));
    app.get(
      '/callback',
      authenticator.authenticate('openidconnect', { failureRedirect: '/failed' }),
      (_request, response) => response.redirect('/me'),
    );
    app.get('/failed', (_request, response) => void response.status(401).send('failed'));
    app.get('/me', async ({ user }, response) => {
      if (user === undefined) return void response.status(401).json({ error: 'nobody' });
      const { claims, accessToken } = user as Visitor;
      const userinfo = await fetch(metadata.userinfo_endpoint, {
        headers: { authorization: `Bearer ${accessToken}` },
      });
      response.json({ claims, userinfo: await userinfo.json() });
    });
    app.get('/refresh', async (request, response) => {
      const visitor = request.user as Visitor;
      const tokens = await strategy.refresh(visitor.refreshToken);
      request.login({ ...visitor, ...tokens }, () => response.redirect('/me'));
    });
    app.get('/logout', (request, response) => {
      const { idToken } = request.user as Visitor;
      const address = new URL(metadata.end_session_endpoint);
      address.searchParams.set('id_token_hint', idToken);
      address.searchParams.set('post_logout_redirect_uri', `${origin}/goodbye`);
      request.logout(() => response.redirect(address.href));
    });
    app.get('/goodbye', (_request, response) => void response.send('goodbye'));
    return app;
  });
}

/** The library's own OAuth client is there for subclasses, as it says; it knows how to refresh. */
class Refreshing extends Strategy {
  constructor(issuer: string, origin: string, metadata: Metadata, registered: Registered) {
    super(
      {
        issuer,
        authorizationURL: metadata.authorization_endpoint,
        tokenURL: metadata.token_endpoint,
        userInfoURL: metadata.userinfo_endpoint,
        clientID: registered.client_id,
        clientSecret: registered.client_secret ?? '',
        callbackURL: `${origin}/callback`,
        scope: 'profile',
        // Any text turns it on; the value is drawn for each request.
        nonce: 'on',
      },
      // The library counts the parameters before it decides what it hands over.
      // oxlint-disable-next-line max-params
      (
        iss: string,
        { id }: { readonly id: string },
        _context: object,
        idToken: string | object,
        accessToken: string | object,
        refreshToken: string,
        done: (error: Error | null, user?: Visitor) => void,
      ) => {
        const claims = claimsOf(String(idToken));
        if (iss !== claims['iss'] || id !== claims['sub']) {
          done(new Error('mixed up'));
          return;
        }
        const tokens = { idToken: String(idToken), accessToken: String(accessToken), refreshToken };
        done(null, { claims, ...tokens });
      },
    );
  }

  refresh(token: string): Promise<{ accessToken: string; refreshToken: string }> {
    return new Promise((resolve, reject) =>
      // oxlint-disable-next-line no-underscore-dangle
      this._oauth2.getOAuthAccessToken(
        token,
        { grant_type: 'refresh_token' },
        (error, accessToken = '', refreshToken = '') =>
          error ? reject(new Error(JSON.stringify(error))) : resolve({ accessToken, refreshToken }),
      ),
    );
  }
}

function claimsOf(idToken: string): Record<string, unknown> {
  const [, payload = ''] = idToken.split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
}
