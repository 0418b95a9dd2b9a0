import assert from 'node:assert/strict';

import { startDistributedStores, type DistributedStores } from '../support/distributed.ts';
import type { Answer } from '../support/http-agent.ts';
import { caseIdOf, openCase } from '../support/console-stage.ts';
import { OFFICERS, OfficerBrowser } from '../support/officer-visit.ts';
import { askNode } from '../support/once-node.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { SoftwarePasskey } from '../support/software-passkey.ts';
import { startSimulator, type SimulatorProcess } from '../support/simulator.ts';
import { PERSONA_PASSWORD } from '../../accounts/personas.ts';
import type { Stores } from '../../adapters/stores.ts';

/** An officer whose requests are answered by one node of several. */
class OfficerAtNode extends OfficerBrowser {
  readonly #port: number;

  constructor(senid: SenidProcess, person: OfficerBrowser['person'], port: number) {
    super(senid, person);
    this.#port = port;
  }

  protected override async exchange(target: URL, init: RequestInit): Promise<Response> {
    const isForm = init.body instanceof URLSearchParams;
    const { status, headers, body } = await askNode({
      port: this.#port,
      method: init.method === 'POST' ? 'POST' : 'GET',
      path: `${target.pathname}${target.search}`,
      headers: {
        ...(init.headers as Record<string, string>),
        host: target.host,
        ...(isForm && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      body: isForm ? String(init.body) : undefined,
    });
    const received = new Headers();
    for (const [name, value] of Object.entries(headers)) {
      for (const each of [value ?? []].flat()) received.append(name, each);
    }
    return new Response(body === '' ? null : body, { status, headers: received });
  }
}

describe('two officers at once, at two nodes on PostgreSQL and Redis:', function () {
  this.timeout(240_000);
  let simulator: SimulatorProcess;
  let distributed: DistributedStores;
  let stores: Stores;
  let nodes: readonly SenidProcess[];
  let lan: OfficerBrowser;
  let yen: OfficerBrowser;

  before(async () => {
    [distributed, simulator] = await Promise.all([startDistributedStores(), startSimulator()]);
    const env = { ...distributed.env, STATE_REGISTERS_URL: simulator.url };
    const one = await startSenid({ name: 'counter-one', env });
    const two = await startSenid({ name: 'counter-two', env, issuer: one.issuer });
    nodes = [one, two];
    stores = await distributed.open();
    lan = await at(one, OFFICERS.receiving, one.port);
    yen = await at(one, OFFICERS.secondReceiving, two.port);
  });
  after(async () => {
    await stores.close();
    await Promise.all(nodes.map((node) => node.stop()));
    await distributed.stop();
    await simulator.stop();
  });

  async function at(senid: SenidProcess, login: string, port: number): Promise<OfficerBrowser> {
    const account = await stores.accounts.findByIdentifier(login);
    assert.ok(account);
    const passkey = new SoftwarePasskey(senid.issuer);
    const person = { login, password: PERSONA_PASSWORD, accountId: account.id, passkey };
    return new OfficerAtNode(senid, person, port);
  }

  /** Both have the form before them; both send it. */
  async function both(address: string, step: string, values: Readonly<Record<string, string>>) {
    const path = `${address}/steps/${step}`;
    const pages = [await lan.open(path), await yen.open(path)] as const;
    return Promise.all([lan.post(pages[0], values), yen.post(pages[1], values)]);
  }

  function assertOneWon(answers: readonly Answer[]): void {
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    assert.deepEqual(statuses, [303, 409]);
    const lost = answers.find(({ status }) => status === 409)?.body ?? '';
    const winner = answers[0]?.status === 303 ? 'Nguyễn Thị Lan' : 'Hoàng Thị Yến';
    const [, notice = ''] = /<[^>]*role="status"[^>]*>([\s\S]*?)<\/div>/.exec(lost) ?? [];
    assert.ok(notice.includes(winner), notice);
    assert.match(notice, /\d{1,2}:\d{2}/);
  }

  for (const login of ['099090000011', '099185000028']) {
    it(`one step is taken once, and who was slower is told by whom and when (${login.slice(-2)})`, async () => {
      const address = await openCase(lan, 'own_lock', { number: login });
      assertOneWon(await both(address, 'documents_checked', { document_shown: 'yes', take: '' }));
      assertOneWon(await both(address, 'carried_out', { consent: 'yes', take: '' }));
      const steps = await stores.cases.steps(caseIdOf(address));
      assert.deepEqual(
        steps.map(({ name }) => name),
        ['opened', 'documents_checked', 'carried_out'],
      );
      const account = await stores.accounts.findByIdentifier(login);
      assert.ok(account);
      assert.equal((await stores.accounts.openLocks(account.id)).length, 1);
      const recorded = await stores.audit.list({ caseId: caseIdOf(address), limit: 100 });
      assert.equal(recorded.filter(({ type }) => type === 'case.step_taken').length, 3);
    });
  }
});
