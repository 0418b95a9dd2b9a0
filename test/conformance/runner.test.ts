import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { TestAuthority } from '../support/certificates.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';

const SIMULATOR = fileURLToPath(new URL('./simulator.js', import.meta.url));
const RUNNER = fileURLToPath(new URL('./run.js', import.meta.url));
const BASIC = 'oidcc-basic-certification-test-plan';
const DYNAMIC = 'oidcc-dynamic-certification-test-plan';
const CIBA = 'fapi-ciba-id1-test-plan';

interface Run {
  readonly code: number | null;
  readonly table: string;
  /** Every request the suite had. */
  readonly asked: readonly string[];
}

/** The suite needs Java and a network; its interface is simulated by a program, and the runner is a program too. */
describe('the runner of conformance plans', () => {
  let senid: SenidProcess;
  let out: string;

  before(async () => {
    senid = await startSenid({ name: 'conformance-runner', args: ['--profile', 'conformance'] });
    out = mkdtempSync(join(tmpdir(), 'senid-conformance-'));
  });
  after(async () => {
    rmSync(out, { recursive: true });
    assert.equal(await senid.stop(), 0, senid.output());
  });

  async function run(
    modules: readonly unknown[],
    options: {
      plan?: string;
      token?: string;
      given?: string;
      words?: readonly string[];
      /** Of another SenID, which speaks TLS. */
      secure?: { readonly issuer: string; readonly certFile: string };
    } = {},
  ): Promise<Run> {
    const { plan = 'basic', token, given, words = [], secure } = options;
    const { issuer } = secure ?? senid;
    const planName = { dynamic: DYNAMIC, 'fapi-ciba-poll': CIBA }[plan] ?? BASIC;
    const script = JSON.stringify({ token, plans: { [planName]: modules } });
    const simulator = spawn(process.execPath, [SIMULATOR, script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const [suite] = (await once(createInterface(simulator.stdout), 'line')) as [string];
      const asks = ['--suite', `${suite}/`, '--issuer', issuer, '--plan', plan, '--out', out];
      const runner = spawn(
        process.execPath,
        [RUNNER, ...asks, '--poll', '20', '--timeout', '5', ...words],
        {
          env: {
            ...(given !== undefined && { CONFORMANCE_TOKEN: given }),
            ...(secure && { NODE_EXTRA_CA_CERTS: secure.certFile }),
          },
          stdio: ['ignore', 'pipe', 'ignore'],
        },
      );
      let table = '';
      runner.stdout.setEncoding('utf8').on('data', (chunk: string) => (table += chunk));
      const [code] = (await once(runner, 'close')) as [number | null];
      const asked = (await (await fetch(`${suite}/asked`)).json()) as readonly string[];
      return { code, table, asked };
    } finally {
      simulator.kill('SIGTERM');
      await once(simulator, 'exit');
    }
  }

  it('goes through every module, with its variant, and is content when all pass or are to be reviewed', async () => {
    const { code, table, asked } = await run(
      [
        { module: 'oidcc-server', variant: { client_auth_type: 'client_secret_basic' } },
        { module: 'oidcc-prompt-login', result: 'REVIEW', pictures: ['one', 'two'] },
      ],
      { token: 'let-me-in', given: 'let-me-in' },
    );
    assert.equal(code, 0, table);
    assert.match(table, /2 as they should be, 0 not/);
    assert.equal(
      asked.filter((line) => /POST \/api\/log\/.*\/images\/(one|two)/.test(line)).length,
      2,
    );
  });

  it('rotates the keys of SenID for the module that asks for it, before it starts it', async () => {
    const modules = [{ module: 'oidcc-server-rotate-keys', waitsForStart: true }];
    const { code, table } = await run(modules, { plan: 'dynamic' });
    assert.equal(code, 0, table);
    const unturned = [{ module: 'another-that-waits-for-somebody', waitsForStart: true }];
    assert.equal((await run(unturned, { plan: 'dynamic' })).code, 1, 'the simulator is honest');
  });

  it('takes a warning and a skip for good only where they are listed with a reason', async () => {
    const listed = await run([
      { module: 'oidcc-scope-profile', result: 'WARNING' },
      { module: 'oidcc-idtoken-unsigned', result: 'SKIPPED' },
    ]);
    assert.equal(listed.code, 0, listed.table);
    assert.match(listed.table, /an e-ID has no nickname/);
    const log = [{ src: 'CheckSomething', msg: 'not quite', result: 'WARNING' }];
    for (const module of [
      { module: 'oidcc-server', result: 'WARNING', log },
      { module: 'oidcc-server', result: 'SKIPPED', log },
      { module: 'oidcc-scope-profile', result: 'SKIPPED', log },
    ]) {
      const { code, table } = await run([module]);
      assert.equal(code, 1, table);
      assert.match(table, /^! .*CheckSomething: not quite/m);
    }
  });

  it('fails on anything else, says what, and goes on with the next module', async () => {
    const { code, table } = await run(
      [
        { module: 'fails', result: 'FAILED', log: [{ msg: 'no nonce', result: 'FAILURE' }] },
        { module: 'breaks-off', fault: 'interrupted' },
        { module: 'never-ends', fault: 'stuck' },
        { module: 'cannot-be-made', fault: 'breaks' },
        { module: 'answers-with-a-page', fault: 'html' },
        { module: 'passes' },
      ],
      { words: ['--timeout', '2'] },
    );
    assert.equal(code, 1);
    for (const line of [
      /^! basic\s+fails\s+FAILED\s+suite: no nonce$/m,
      /^! basic\s+breaks-off\s+INTERRUPTED/m,
      /^! basic\s+never-ends\s+TIMEOUT/m,
      /^! basic\s+cannot-be-made\s+FAULT\s+runner.*500/m,
      /^! basic\s+answers-with-a-page\s+FAULT\s+info.*no JSON/m,
      /^\s+basic\s+passes\s+PASSED$/m,
      /1 as they should be, 5 not/,
    ]) {
      assert.match(table, line);
    }
  });

  it('reads again when the suite stumbles, and says so when it lets nobody in', async () => {
    const stumbling = await run([{ module: 'oidcc-server', fault: 'stumbles' }]);
    assert.equal(stumbling.code, 0, stumbling.table);
    const shut = await run([{ module: 'oidcc-server' }], { token: 'let-me-in', given: 'me-too' });
    assert.equal(shut.code, 1);
    assert.match(shut.table, /FAULT\s+plan.*401/);
    assert.equal((await run([])).code, 1, 'a plan without modules proves nothing');
  });

  it('keeps what it sent for who starts plans by hand, and for nobody else', async () => {
    await run([{ module: 'oidcc-server' }]);
    const file = join(out, 'basic.json');
    assert.equal(statSync(file).mode & 0o077, 0);
    const kept = readFileSync(file, 'utf8');
    assert.doesNotMatch(kept, /\{\{/);
    const { server } = JSON.parse(kept) as { server: { discoveryUrl: string } };
    assert.equal(server.discoveryUrl, `${senid.issuer}/.well-known/openid-configuration`);
  });

  it('tells the suite where requests of CIBA are answered, while somebody is there', async () => {
    const authority = new TestAuthority().trustHere();
    const args = ['--profile', 'conformance'];
    const bank = await startSenid({ name: 'conformance-ciba', args, authority });
    const secure = { issuer: bank.issuer, certFile: authority.certFile };
    const words = ['--approver-port', '0'];
    const approvalUrl = async (more: readonly string[]) => {
      const { code, table } = await run([{ module: 'fapi-ciba-id1' }], {
        plan: 'fapi-ciba-poll',
        words: more,
        secure,
      });
      assert.equal(code, 0, table);
      const kept = readFileSync(join(out, 'fapi-ciba-poll.json'), 'utf8');
      return (JSON.parse(kept) as Record<string, unknown>)['automated_ciba_approval_url'];
    };
    try {
      assert.match(
        String(await approvalUrl(words)),
        /^http:\/\/localhost:[1-9]\d+\/approve\?auth_req_id=\{auth_req_id\}&action=\{action\}$/,
      );
      assert.equal(await approvalUrl([...words, '--prepare-only']), undefined);
      assert.equal(await approvalUrl([]), undefined);
    } finally {
      await bank.stop();
      authority.remove();
    }
  });
});
