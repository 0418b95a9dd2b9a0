import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import express from 'express';

import { openParty, type Party } from './open-party.ts';
import { registerAt } from './register.ts';

/** The bundle the package ships for script tags; it makes the global `oidc`. */
const BUNDLE = join(
  dirname(createRequire(import.meta.url).resolve('oidc-client-ts/package.json')),
  'dist/browser/oidc-client-ts.min.js',
);

/** A site of one page without a server behind it: everything is done by the library, in the browser. */
export function oidcClientTsParty(issuer: string): Promise<Party> {
  return openParty(async (origin) => {
    const { client_id } = await registerAt(issuer, origin, { token_endpoint_auth_method: 'none' });
    const settings = JSON.stringify({
      authority: issuer,
      client_id,
      redirect_uri: `${origin}/callback`,
      post_logout_redirect_uri: `${origin}/goodbye`,
      scope: 'openid profile',
      loadUserInfo: true,
    });
    const app = express();
    app.get('/oidc.js', (_request, response) =>
      response.type('text/javascript').send(readFileSync(BUNDLE, 'utf8')),
    );
    app.get(['/', '/callback', '/goodbye'], (_request, response) => response.send(page(settings)));
    return app;
  });
}

function page(settings: string): string {
  return `<!doctype html>
<title>Dịch vụ trong trình duyệt</title>
<script src="/oidc.js"></script>
<button id="login">Đăng nhập</button>
<button id="refresh">Làm mới</button>
<button id="logout">Đăng xuất</button>
<output id="state"></output>
<script>
  const show = (state) => (document.querySelector('#state').textContent = JSON.stringify(state));
  const manager = new oidc.UserManager(${settings});
  const knowledge = (user) => show(user && { profile: user.profile, token: user.access_token.length });
  document.querySelector('#login').onclick = () => manager.signinRedirect();
  document.querySelector('#logout').onclick = () => manager.signoutRedirect();
  document.querySelector('#refresh').onclick = () =>
    manager.signinSilent().then((user) => show({ profile: user.profile, refreshed: true }), failed);
  function failed({ name, message, error }) { show({ failed: name, error: error ?? message }); }
  if (location.pathname === '/callback') manager.signinCallback().then(knowledge, failed);
  else manager.getUser().then(knowledge, failed);
</script>`;
}
