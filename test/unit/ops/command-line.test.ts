import assert from 'node:assert/strict';

import { OidcClient } from '../../support/oidc-client.ts';
import { runSenid, type CommandResult } from '../../support/run-senid.ts';
import type { SenidProcess } from '../../support/senid-process.ts';
import { logIn, newHolder, silently } from '../../support/session-login.ts';
import { newPerson, type Person } from '../../support/session-people.ts';
import { sharedSenid, withStores } from '../../support/session-server.ts';

const SUBSTANTIAL = 'urn:senid:loa:substantial';

describe('The command line, beside a running server,', () => {
  let senid: SenidProcess;
  let client: OidcClient;
  const outputs: string[] = [];
  const logins: string[] = [];

  before(async () => {
    senid = await sharedSenid();
    client = await OidcClient.register(senid.issuer);
  });

  async function run(words: readonly string[], input?: string): Promise<CommandResult> {
    const result = await runSenid(senid, words, input);
    outputs.push(result.output, result.error);
    return result;
  }

  async function succeed(words: readonly string[], input?: string): Promise<string> {
    const { code, output, error } = await run(words, input);
    assert.equal(error, '');
    assert.equal(code, 0);
    return output;
  }

  async function fail(words: readonly string[], line: RegExp, input?: string): Promise<void> {
    const { code, output, error } = await run(words, input);
    assert.equal(code, 1);
    assert.equal(output, '');
    assert.match(error, /^senid: [^\n]+\n$/);
    assert.match(error, line);
  }

  async function someone(make: (senid: SenidProcess) => Promise<Person>): Promise<Person> {
    const person = await make(senid);
    logins.push(person.login);
    return person;
  }

  const newest = (type: string) =>
    withStores(senid, async ({ audit }) => (await audit.list({ type, limit: 1 }))[0]);
  const passkeysOf = ({ accountId }: Person) =>
    withStores(senid, ({ passkeys }) => passkeys.listByAccount(accountId));

  it('shows level and state of an account, and no more of its number than the end', async () => {
    const { login, accountId } = await someone(newPerson);
    const output = await succeed(['accounts', 'show', login]);
    assert.match(output, new RegExp(`^account +${accountId}$`, 'm'));
    assert.match(output, new RegExp(`^number +•{9}${login.slice(-3)}$`, 'm'));
    assert.match(output, /^level +2$/m);
    assert.match(output, /^state +active$/m);
    assert.match(output, /^passkeys +0$/m);
  });

  it('reads the login from standard input, in any spelling', async () => {
    const { login, accountId } = await someone(newPerson);
    const spelt = `${login.slice(0, 3)} ${login.slice(3)}\n`;
    assert.match(await succeed(['accounts', 'show', '-'], spelt), new RegExp(accountId));
    await fail(['accounts', 'show', '-'], /no login on standard input/);
  });

  it('says why an account cannot be used', async () => {
    assert.match(
      await succeed(['accounts', 'show', 'F00000000062']),
      /document_expired \(residence_card/,
    );
    assert.match(await succeed(['accounts', 'show', '099216000079']), /state +too_young/);
  });

  it('locks an account at once, and unlocks it', async () => {
    const person = await someone(newHolder);
    const { login, accountId } = person;
    const { browser } = await logIn(senid, client, person);
    const lock = ['accounts', 'lock', login, '--ground', 'own_request'];

    const lockId = (await succeed(lock)).trim();
    assert.match(lockId, /^lock_/);
    assert.equal((await silently(client, browser)).get('error'), 'access_denied');
    assert.deepEqual(pick(await newest('account.locked')), { accountId, data: { lockId } });
    assert.match(await succeed(['accounts', 'show', login]), new RegExp(`${lockId} own_request`));
    await fail(lock, /locked on this ground already/);

    assert.equal(await succeed(['accounts', 'unlock', lockId, login]), 'unlocked\n');
    // What was open before stays closed: whoever comes back signs in anew.
    assert.equal((await silently(client, browser)).get('error'), 'login_required');
    await logIn(senid, client, person);
    assert.deepEqual(pick(await newest('account.unlocked')), { accountId, data: { lockId } });
    await fail(['accounts', 'unlock', lockId, login], /no such open lock/);
  });

  it('tells that an account stays locked while another lock is open', async () => {
    const { login } = await someone(newPerson);
    const lock = (ground: string) => succeed(['accounts', 'lock', login, '--ground', ground]);
    const first = (await lock('own_request')).trim();
    const inWriting = ['--document', '17/CV-CQCSDT', '--document-date', '2026-11-20'];
    const byAgency = ['accounts', 'lock', login, '--ground', 'authority_request'];
    await fail(byAgency, /--document is needed/);
    await fail([...byAgency, ...inWriting, '--requester', 'holder'], /may not lock/);
    const second = (await succeed([...byAgency, ...inWriting])).trim();
    assert.match(await succeed(['accounts', 'unlock', first, login]), /locked still, by 1 more/);
    assert.match(await succeed(['accounts', 'show', login]), /^state +locked$/m);
    await fail(['accounts', 'unlock', second, login], /--document is needed/);
    const dead = (await lock('death')).trim();
    await fail(['accounts', 'unlock', dead, login], /never lifted/);
  });

  it('removes a lost passkey, and what rested on it is gone', async () => {
    const person = await someone(newHolder);
    const { login, accountId } = person;
    const { browser } = await logIn(senid, client, person, {
      parameters: { acr_values: SUBSTANTIAL },
    });
    const [passkey] = await passkeysOf(person);
    assert.ok(passkey);

    const listed = await succeed(['passkeys', 'list', login]);
    assert.match(listed, new RegExp(`^${passkey.id}  (device-bound|synced)  added `));
    assert.equal(listed.trim().split('\n').length, 1);
    assert.equal(await succeed(['passkeys', 'remove', passkey.id, login]), 'removed\n');

    const after = await silently(client, browser, { acr_values: SUBSTANTIAL });
    assert.match(
      String(after.get('error')),
      /^(login_required|unmet_authentication_requirements)$/,
    );
    const data = { passkeyId: passkey.id };
    assert.deepEqual(pick(await newest('passkey.removed')), { accountId, data });
    assert.equal(await succeed(['passkeys', 'list', login]), '');
    await fail(['passkeys', 'remove', passkey.id, login], /no such passkey/);
  });

  it("removes no passkey and lifts no lock of another person's", async () => {
    const holder = await someone(newHolder);
    const other = await someone(newPerson);
    const [passkey] = await passkeysOf(holder);
    await fail(['passkeys', 'remove', passkey?.id ?? '', other.login], /no such passkey/);
    assert.equal((await passkeysOf(holder)).length, 1);
    const lock = ['accounts', 'lock', holder.login, '--ground', 'own_request'];
    const lockId = (await succeed(lock)).trim();
    await fail(['accounts', 'unlock', lockId, other.login], /no such open lock/);
    assert.match(await succeed(['accounts', 'show', holder.login]), /^state +locked$/m);
  });

  it('withdraws a consent: the person is asked anew', async () => {
    const person = await someone(newHolder);
    const { login, accountId } = person;
    const { clientId } = client;
    const { browser } = await logIn(senid, client, person);
    const withdraw = ['consents', 'withdraw', login, clientId];

    assert.equal(await succeed(withdraw), 'withdrawn\n');
    assert.equal((await silently(client, browser)).get('error'), 'consent_required');
    const event = await newest('consent.withdrawn');
    assert.deepEqual(pick(event), { accountId, data: { initiator: 'system' } });
    assert.equal(event?.clientId, clientId);
    await fail(withdraw, /no consent in force/);
  });

  it('lists the newest events as one JSON object per line', async () => {
    const { login } = await someone(newPerson);
    for (const ground of ['own_request', 'death']) {
      await succeed(['accounts', 'lock', login, '--ground', ground]);
    }
    const list = ['audit', 'list', '--type', 'account.locked', '--limit', '2'];
    const lines = (await succeed(list)).trim().split('\n');
    const events = lines.map((line) => JSON.parse(line));
    assert.equal(events.length, 2);
    assert.ok(events.every(({ type }) => type === 'account.locked'));
    assert.ok(Date.parse(events[0].at) >= Date.parse(events[1].at));
    await fail(['audit', 'list', '--type', 'account.sold'], /no such type/);
    await fail(['audit', 'list', '--limit', '0'], /whole number/);
  });

  it('answers a mistake with one line, which does not repeat the login', async () => {
    await fail(['accounts', 'show', '099000000000'], /^senid: nobody has this login\n$/);
    await fail(
      ['accounts', 'lock', '099000000000', '--ground', 'own_request'],
      /nobody has this login/,
    );
    await fail(['accounts', 'lock', '-'], /--ground/);
    await fail(['accounts', 'lock', '-', '--ground', 'whim'], /own_request/);
    await fail(['accounts', 'sell', '-'], /unknown command/);
    await fail(['accounts', 'show'], /missing required argument/);
  });

  it('has never printed a number', () => {
    const printed = outputs.join('\n');
    assert.ok(logins.length > 5 && printed.length > 0);
    assert.deepEqual(
      logins.filter((login) => printed.includes(login)),
      [],
    );
  });
});

function pick(event: { readonly accountId: unknown; readonly data: unknown } | undefined) {
  return event && { accountId: event.accountId, data: event.data };
}
