import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { officerPersonas } from '../../accounts/officer-personas.ts';
import { personas } from '../../accounts/personas.ts';
import { openStateRegisters } from '../../adapters/registers/open-state-registers.ts';
import { MAGIC } from '../../simulator/people/magic.ts';
import { startSenid } from '../support/senid-process.ts';
import { simulatorOf, startSimulator, type SimulatorProcess } from '../support/simulator.ts';

const PARK = 'F00000000062';

describe('The simulator', () => {
  let shared: SimulatorProcess;
  before(async () => {
    shared = await startSimulator();
  });
  after(async () => {
    assert.equal(await shared.stop(), 0);
  });
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'senid-simulator-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('knows the sandbox’s people as the sandbox knows them', async () => {
    const { population, immigration, civilStatus, organisations } = openStateRegisters({
      url: shared.url,
      clock: Date.now,
    });
    const now = Date.now();
    for (const { login, account, guardianLogin, basis } of [
      ...personas(now),
      ...officerPersonas(now),
    ]) {
      if (account.subjectType === 'organisation') {
        const firm = await organisations.findOrganisation(login);
        assert.ok(firm.kind === 'found', login);
        assert.deepEqual(
          [firm.value.name, firm.value.representative],
          [account.name, guardianLogin],
        );
        continue;
      }
      const found =
        account.subjectType === 'citizen'
          ? await population.findCitizen(login)
          : await immigration.findForeigner({ number: login });
      assert.ok(found.kind === 'found', login);
      const { name, birthdate, sex, address } = found.value;
      assert.deepEqual(
        { name, birthdate, sex, address },
        {
          name: account.name,
          birthdate: account.birthdate,
          sex: account.sex,
          address: account.address,
        },
      );
      const document = 'card' in found.value ? found.value.card : found.value.passport;
      assert.equal(document?.number, account.document?.number);
      assert.equal(document?.expiry, account.document?.expiry);
      const permit = 'card' in found.value ? undefined : found.value.residencePermit;
      assert.equal(permit?.number, account.residencePermit?.number);
      assert.equal(permit?.expiry, account.residencePermit?.expiry);
      const guardians = await civilStatus.guardiansOf(login);
      assert.ok(guardians.kind === 'found');
      assert.equal(guardians.value[0]?.number, guardianLogin);
      assert.equal(guardians.value[0]?.basis, basis);
    }
  });

  it('has some thousand people, the same from the same seed and day', async () => {
    const args = ['--seed', '7'];
    const [one, two] = await Promise.all([
      startSimulator({ day: '2026-11-22', args }),
      startSimulator({ day: '2026-11-22', args }),
    ]);
    const listed = async (url: string, words: string) =>
      (await fetch(`${url}/people?q=${words}`)).json();
    for (const words of ['nguyen', 'F0000010', 'SMITH']) {
      const { people } = await listed(one.url, words);
      assert.ok(people.length > 2, words);
      assert.deepEqual(await listed(two.url, words), { people });
    }
    await Promise.all([one.stop(), two.stop()]);
  });

  it('remembers after kill -9 what happened, what it judged and what it sent', async () => {
    const first = await startSimulator({ folder, day: '2026-11-22' });
    await first.change(PARK, { change: 'document_renewed', expiry: '2031-05-06' });
    await first.change('099050000147', { change: 'record_changed', name: 'Đặng Hữu Phúc' });
    const registers = openStateRegisters({ url: first.url, clock: Date.now });
    const sample = await first.face(PARK);
    const request = { requestId: 'r1', register: 'immigration', number: PARK, sample } as const;
    const judged = await registers.matcher.match(request);
    const told = await registers.feed.events('immigration', '', 10);
    await first.stop('SIGKILL');
    // A line that was being written.
    appendFileSync(join(folder, 'journal.jsonl'), '{"type":"chan');

    const second = await startSimulator({ folder, day: '2030-01-01' });
    const again = openStateRegisters({ url: second.url, clock: Date.now });
    assert.deepEqual(await again.feed.events('immigration', '', 10), told);
    assert.deepEqual(await again.matcher.match(request), judged);
    assert.equal((await second.matches()).length, 1);
    const park = await again.immigration.findForeigner({ number: PARK });
    assert.equal(park.kind === 'found' && park.value.residencePermit?.expiry, '2031-05-06');
    await second.change(PARK, { change: 'died' });
    const grown = await again.feed.events('immigration', '1', 10);
    assert.equal(grown.kind === 'found' && grown.value[0]?.position, '2');
    assert.equal(await second.stop(), 0);
  });

  it('shows its people, their faces and all magic numbers on one page', async () => {
    const page = await fetch(shared.url);
    const html = await page.text();
    assert.match(page.headers.get('content-type') ?? '', /^text\/html/);
    for (const text of ['NAKAMURA KENJI', '099218000109', '099090000911', 'F00000000901']) {
      assert.ok(html.includes(text), text);
    }
    const searched = await fetch(`${shared.url}/?q=%3Cscript%3Ealert(1)%3C/script%3E`);
    assert.ok(!(await searched.text()).includes('<script>'));
  });

  it('does what its page in the documentation says: every magic number, everybody with a story', async () => {
    const page = readFileSync(new URL('../../../docs/simulator.md', import.meta.url), 'utf8');
    for (const { ending, story } of MAGIC)
      assert.ok(page.includes(`| ${ending} | ${story} |`), story);
    const { people } = (await (await fetch(`${shared.url}/people`)).json()) as {
      readonly people: readonly { readonly number: string; readonly story: string }[];
    };
    const heroes = people.filter(({ story }) => !/^(magic|persona)/.test(story));
    assert.ok(heroes.length > 20);
    for (const { number } of heroes) assert.ok(page.includes(`\`${number}\``), number);
  });

  it('starts with the sandbox and ends with it', async () => {
    const senid = await startSenid({ registers: true, name: 'with-registers' });
    assert.equal((await simulatorOf(senid).person(PARK))['name'], 'PARK JI WOO');
    assert.match(senid.output(), new RegExp(`registers +${senid.simulator}`));
    assert.equal(await senid.stop(), 0);
    await assert.rejects(fetch(senid.simulator));
  });

  it('is not there when it is switched off, and the sandbox says so', async () => {
    const senid = await startSenid({ name: 'without-registers' });
    assert.match(senid.output(), /registers +none/);
    await assert.rejects(fetch(senid.simulator));
    assert.equal(await senid.stop(), 0);
  });

  it('leaves the sandbox running when its port is taken', async () => {
    const other = createServer((_, response) => void response.end('other')).listen(0, 'localhost');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    try {
      const env = { SENID_SIMULATOR: 'on', SENID_SIMULATOR_PORT: String(port) };
      const senid = await startSenid({ env, name: 'taken-simulator' });
      for (let wait = 0; wait < 200 && !senid.output().includes('has ended'); wait += 1) {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      assert.match(senid.output(), /the simulator has ended; SenID goes on without it/);
      assert.equal((await fetch(`${senid.issuer}/health/ready`)).status, 200);
      assert.equal(await senid.stop(), 0);
    } finally {
      other.close();
    }
  });
});
