import assert from 'node:assert/strict';

import { SCOPES } from '../../clients/scopes.ts';
import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import type { Browser } from '../support/session-browser.ts';
import { logIn, sharedHolder } from '../support/session-login.ts';
import { persona, type Person } from '../support/session-people.ts';
import { sharedSenid, withStores } from '../support/session-server.ts';

/** What the proofs of the discovery document share. */
export interface World {
  readonly senid: SenidProcess;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** A baseline client with a secret, and somebody logged in at it. */
  readonly client: OidcClient;
  readonly person: Person;
  readonly browser: Browser;
  readonly tokens: { readonly accessToken: string; readonly idToken: string };
  /** Entitled to every scope there is, and somebody who has every claim there is. */
  readonly entitled: OidcClient;
  readonly foreigner: Person;
}

/**
 * Shows that one advertised value does what it says: throws when it does not, and for a value it knows nothing of.
 * For a list it is called with each value, for anything else once.
 */
export type Proof = (value: string, world: World) => Promise<void>;

export async function createWorld(): Promise<World> {
  const senid = await sharedSenid();
  const client = await OidcClient.register(senid.issuer);
  const person = await sharedHolder(senid);
  const { browser, accessToken, idToken } = await logIn(senid, client, person);
  return {
    senid,
    metadata: await metadataOf(senid),
    client,
    person,
    browser,
    tokens: { accessToken, idToken },
    entitled: await entitledClient(senid),
    foreigner: await persona(senid, 'kim'),
  };
}

export async function metadataOf(
  { issuer }: Pick<SenidProcess, 'issuer'>,
  path = '/.well-known/openid-configuration',
): Promise<World['metadata']> {
  const response = await fetch(`${issuer}${path}`);
  assert.equal(response.status, 200);
  return (await response.json()) as World['metadata'];
}

export function listed({ metadata }: Pick<World, 'metadata'>, member: string): readonly string[] {
  const value = metadata[member];
  assert.ok(Array.isArray(value), `${member} is a list`);
  return value.map(String);
}

export function addressOf({ metadata, senid }: World, member: string): string {
  const value = String(metadata[member]);
  assert.ok(value.startsWith(`${senid.issuer}/`), `${member} is under the issuer`);
  return value;
}

/** A relying party as the operator would admit it: newcomers are never entitled to everything. */
async function entitledClient(senid: SenidProcess): Promise<OidcClient> {
  const { clientId: model, redirectUri, credentials } = await OidcClient.register(senid.issuer);
  const clientId = `entitled-${model}`;
  await withStores(senid, async ({ clients }) => {
    const record = await clients.find(model);
    assert.ok(record);
    const entitledScopes = SCOPES.map(({ scope }) => scope);
    const organisation = { ...record.policy.organisation, id: `org_${clientId}` } as const;
    await clients.save({
      ...record,
      clientId,
      metadata: { ...record.metadata, client_id: clientId },
      policy: { ...record.policy, organisation, entitledScopes },
    });
  });
  return new OidcClient(senid.issuer, redirectUri, { ...credentials, clientId });
}
