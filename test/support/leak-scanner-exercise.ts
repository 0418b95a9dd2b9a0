import { OidcClient } from './oidc-client.ts';
import type { SenidProcess } from './senid-process.ts';
import { Browser, type Exchange } from './session-browser.ts';
import { attemptLogin, logIn, newHolder } from './session-login.ts';
import { LOGINS, persona, type Person } from './session-people.ts';
import { withStores } from './session-server.ts';

export interface Exercise {
  readonly exchanges: readonly Exchange[];
  readonly client: OidcClient;
  readonly liveAccessToken: string;
  /** Names of the claims an entitled client was told. */
  readonly released: readonly string[];
}

const SUBSTANTIAL = { acr_values: 'urn:senid:loa:substantial' };

/** Every kind of login, refusal and mistake once, with the identification numbers wherever somebody might put them. */
export async function exerciseEverything(senid: SenidProcess): Promise<Exercise> {
  const browsers: Browser[] = [];
  const browser = () => {
    const opened = new Browser();
    browsers.push(opened);
    return opened;
  };
  const client = await OidcClient.register(senid.issuer, { authentication: 'private_key_jwt' });
  const entitled = await entitledClient(senid);
  const an = await persona(senid, 'an');

  const parameters = { scope: 'openid profile phone email address offline_access' };
  const first = await logIn(senid, client, an, {
    browser: browser(),
    how: 'password',
    parameters: { ...parameters, ...SUBSTANTIAL },
  });
  const told = await logIn(senid, entitled, an, {
    browser: browser(),
    parameters: { scope: 'openid identity' },
  });
  const released = Object.keys((await entitled.userinfo(told.accessToken)).body);
  await useTokens(client, first);
  await othersLogIn(senid, client, browser);
  await goWrong(senid, client, an, browser);
  await browser().get(`${senid.issuer}/sandbox/personas`);
  await browser().get(`${senid.issuer}/sandbox/outbox`);

  const holder = await newHolder(senid);
  const ending = await logIn(senid, client, holder, { browser: browser() });
  const confirm = await ending.browser.get(
    `${senid.issuer}/logout?id_token_hint=${ending.idToken}`,
  );
  await ending.browser.submit(confirm, { logout: 'yes' });

  const live = await logIn(senid, client, holder, { browser: browser(), push: true, parameters });
  return {
    exchanges: browsers.flatMap(({ history }) => history),
    client,
    liveAccessToken: live.accessToken,
    released,
  };
}

/** A bank that may know the number: as agreed with it, through the register. */
async function entitledClient(senid: SenidProcess): Promise<OidcClient> {
  const client = await OidcClient.register(senid.issuer);
  await withStores(senid, async ({ clients }) => {
    const record = await clients.find(client.clientId);
    if (record === undefined) throw new Error('the client is not there');
    await clients.save({
      ...record,
      policy: { ...record.policy, entitledScopes: ['identity', 'stay'] },
    });
  });
  return client;
}

async function useTokens(
  client: OidcClient,
  {
    accessToken,
    refreshToken = '',
  }: { readonly accessToken: string; readonly refreshToken: string | undefined },
): Promise<void> {
  await client.userinfo(accessToken);
  await client.introspect(accessToken);
  const { body } = await client.refresh(refreshToken);
  await client.revoke(String(body['access_token']));
  await client.refresh(refreshToken);
}

async function othersLogIn(
  senid: SenidProcess,
  client: OidcClient,
  browser: () => Browser,
): Promise<void> {
  for (const name of ['binh', 'chen', 'cuong', 'park', 'khoi'] as const) {
    const person = await persona(senid, name);
    const options = { browser: browser(), how: 'password', parameters: SUBSTANTIAL } as const;
    await attemptLogin(senid, client, person, options);
  }
}

/** Mistakes of people, relying parties and attackers. */
async function goWrong(
  senid: SenidProcess,
  client: OidcClient,
  person: Person,
  browser: () => Browser,
): Promise<void> {
  const { login, password } = person;
  const signIn = await attemptLogin(senid, client, person, {
    browser: browser(),
    until: 'sign-in',
  });
  for (let count = 0; count < 7; count += 1) {
    await signIn.browser.submit(signIn.answer, {
      identifier: LOGINS.kim,
      password: `${password}x`,
    });
  }
  await signIn.browser.submit(signIn.answer, { identifier: login, password: login });
  await signIn.browser.submit(signIn.answer, { passkey_response: JSON.stringify({ id: login }) });
  // Not recorded as addresses of ours: a relying party wrote them. They must not get into the log all the same.
  const { port } = new URL(senid.issuer);
  for (const path of [
    `/authorize?${new URLSearchParams(client.authorize({ login_hint: login, state: login, nonce: login }).parameters)}`,
    `/authorize?client_id=${login}`,
    `/${login}`,
    `/interaction/${login}`,
    `/interaction/${login}/${password}`,
    `/authorize/${login}`,
    `/userinfo?access_token=${login}`,
    `/assets/${login}`,
    `/%ff${login}`,
  ]) {
    for (const method of ['GET', 'POST', 'PUT']) {
      await fetch(`http://localhost:${port}${path}`, {
        method,
        redirect: 'manual',
        headers: { referer: `http://x/${login}`, 'user-agent': login },
      });
    }
  }
  await client.post('/token', { grant_type: login, code: login, username: login, password });
  await client.post('/par', {
    ...client.authorize({ login_hint: login, claims: `{"${login}":` }).parameters,
  });
  await client.post('/introspect', { token: login });
}
