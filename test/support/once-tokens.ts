import assert from 'node:assert/strict';

import type { OidcClient } from './oidc-client.ts';
import type { RaceAnswer, RacedRequest } from './once-attempt.ts';
import type { OnceBench } from './once-bench.ts';
import type { OnceBrowser } from './once-browser.ts';

/** Answers of the token endpoint: one has tokens, all others the one refusal. */
export const TOKEN_OUTCOMES = {
  wins: ({ status }: RaceAnswer) => status === 200,
  refusals: ['400 invalid_grant'],
} as const;

/** Of a client that authenticates by what it may send again. */
export async function postOf(
  client: OidcClient,
  path: string,
  form: Readonly<Record<string, string>>,
): Promise<RacedRequest> {
  const own = await client.authentication();
  const headers = { accept: 'application/json', ...own.headers };
  return { path, headers, form: { ...own.form, ...form } };
}

/** Without a page in between; the request that redeems it. */
export async function silentCode(client: OidcClient, browser: OnceBrowser): Promise<RacedRequest> {
  const attempt = client.authorize({ prompt: 'none' });
  const answer = await browser.send(attempt.url);
  const code = URL.parse(answer.headers.get('location') ?? '')?.searchParams.get('code');
  assert.ok(code, `no code: ${answer.status} ${answer.headers.get('location')}`);
  return postOf(client, '/token', {
    grant_type: 'authorization_code',
    code,
    code_verifier: attempt.verifier,
    redirect_uri: client.redirectUri,
  });
}

export function refreshOf(client: OidcClient, { body }: RaceAnswer): Promise<RacedRequest> {
  const refresh_token = String(body['refresh_token']);
  return postOf(client, '/token', { grant_type: 'refresh_token', refresh_token });
}

/** Resolves when somebody has won: the answers of the losers come a second later. */
export async function untilWon(
  { racers }: OnceBench,
  request: RacedRequest,
): Promise<{ winner: RaceAnswer | undefined; answers: Promise<readonly RaceAnswer[]> }> {
  const { promise: won, resolve } = Promise.withResolvers<RaceAnswer | undefined>();
  const answers = racers.race(request, (answer) => {
    if (TOKEN_OUTCOMES.wins(answer)) resolve(answer);
  });
  void answers.then(() => resolve(undefined));
  return { winner: await won, answers };
}

export async function isGoodAtUserinfo(
  bench: OnceBench,
  { body }: Pick<RaceAnswer, 'body'>,
): Promise<boolean> {
  const headers = {
    accept: 'application/json',
    authorization: `Bearer ${String(body['access_token'])}`,
  };
  const { status } = await bench.ask({ path: '/userinfo', headers });
  assert.ok(status === 200 || status === 401, `userinfo: ${status}`);
  return status === 200;
}

/** What is still good for something of the tokens in this answer. */
export async function aliveOf(
  bench: OnceBench,
  client: OidcClient,
  answer: RaceAnswer,
): Promise<readonly string[]> {
  const token = String(answer.body['access_token']);
  const [atUserinfo, introspected, refreshed] = await Promise.all([
    isGoodAtUserinfo(bench, answer),
    // Who cannot authenticate may not ask.
    client.credentials.secret && bench.ask(await postOf(client, '/introspect', { token })),
    bench.ask(await refreshOf(client, answer)),
  ]);
  return [
    atUserinfo && 'access token at userinfo',
    introspected && introspected.body['active'] !== false && 'access token at introspection',
    refreshed.body['error'] !== 'invalid_grant' && 'refresh token',
  ].filter((alive) => typeof alive === 'string');
}
