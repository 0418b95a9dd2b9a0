import assert from 'node:assert/strict';

import { DpopProver } from './dpop-prover.ts';
import { jsonAnswer, tokensOf, type JsonAnswer, type Tokens } from './oidc-client-answer.ts';
import type { RegistrationOptions } from './oidc-client-registration.ts';
import { OidcClient, type AuthorizationAttempt } from './oidc-client.ts';
import type { SenidProcess } from './senid-process.ts';
import { Browser } from './session-browser.ts';
import { walk } from './session-journey.ts';
import { responseOf } from './session-login.ts';
import type { Person } from './session-people.ts';

type Form = Readonly<Record<string, string | undefined>>;
type Change = Parameters<DpopProver['proof']>[1];

/** A relying party with a key of DPoP, at the level of the wire. */
export class DpopClient {
  readonly client: OidcClient;
  readonly prover: DpopProver;
  /** Ours, as the server last told it. */
  nonce = '';

  private constructor(client: OidcClient, prover: DpopProver) {
    this.client = client;
    this.prover = prover;
  }

  /** A bank's, with `private_key_jwt`, unless told otherwise. */
  static async register(issuer: string, options: RegistrationOptions = {}): Promise<DpopClient> {
    const client = await OidcClient.register(issuer, {
      authentication: 'private_key_jwt',
      metadata: { tier: 'bank', dpop_bound_access_tokens: true },
      ...options,
    });
    const made = new DpopClient(client, await DpopProver.create());
    await made.askForNonce();
    return made;
  }

  async askForNonce(): Promise<void> {
    const dpop = await this.prover.proof(this.at('/token'));
    const form = { grant_type: 'refresh_token', refresh_token: 'x' };
    const answer = await this.client.post('/token', form, { dpop });
    assert.equal(answer.body['error'], 'use_dpop_nonce', JSON.stringify(answer.body));
    this.nonce = answer.headers.get('dpop-nonce') ?? '';
  }

  /** A right proof for a post to this path; `change` makes it a wrong one. */
  proof(path: string, change: Change = {}): Promise<string> {
    return this.prover.proof({ ...this.at(path), nonce: this.nonce }, change);
  }

  async post(path: string, form: Form, change: Change = {}): Promise<JsonAnswer> {
    return this.client.post(path, form, { dpop: await this.proof(path, change) });
  }

  /** As far as the code, through a pushed request whose proof names the key. */
  async obtainCode(
    senid: SenidProcess,
    person: Person,
    parameters: Form = {},
  ): Promise<{ readonly code: string; readonly attempt: AuthorizationAttempt }> {
    const { client } = this;
    const attempt = client.authorize(parameters);
    const { status, body } = await this.post('/par', attempt.parameters);
    assert.equal(status, 201, JSON.stringify(body));
    const query = { client_id: client.clientId, request_uri: String(body['request_uri']) };
    const browser = new Browser();
    const start = await browser.send(`${client.issuer}/authorize?${new URLSearchParams(query)}`);
    const answer = await walk(browser, start, { senid, person }, client.redirectUri);
    const response = responseOf(answer, client);
    return { code: response?.get('code') ?? '', attempt };
  }

  codeForm(code: string, { verifier }: Pick<AuthorizationAttempt, 'verifier'>): Form {
    return {
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
      redirect_uri: this.client.redirectUri,
    };
  }

  async logIn(senid: SenidProcess, person: Person): Promise<Tokens> {
    const { code, attempt } = await this.obtainCode(senid, person);
    return tokensOf(await this.post('/token', this.codeForm(code, attempt)));
  }

  /** `dpop`: instead of a right proof; `scheme`: instead of DPoP. */
  async userinfo(
    accessToken: string,
    wrong: { readonly change?: Change; readonly dpop?: string; readonly scheme?: string } = {},
  ): Promise<JsonAnswer> {
    const of = { htm: 'GET', htu: this.at('/userinfo').htu, nonce: this.nonce, accessToken };
    const dpop = wrong.dpop ?? (await this.prover.proof(of, wrong.change));
    const authorization = `${wrong.scheme ?? 'DPoP'} ${accessToken}`;
    const headers = { authorization, accept: 'application/json', ...(dpop !== '' && { dpop }) };
    return jsonAnswer(await fetch(of.htu, { headers }));
  }

  at(path: string): { readonly htm: string; readonly htu: string } {
    return { htm: 'POST', htu: `${this.client.issuer}${path}` };
  }
}
