import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { startApprover } from './approver.ts';
import { configurationFor, TEST_LOGIN, type Addresses } from './configuration.ts';
import { PLANS, type Plan } from './plans.ts';
import { runPlan } from './run-plan.ts';
import { connectSuite } from './suite.ts';
import { judge, parseExpectations, tableOf, type ModuleResult } from './verdict.ts';

const USAGE = `npm run conformance -- --suite https://suite [--issuer https://senid] [--plan name]… [--out folder]
                       [--approver-port port [--approver-host name]]
                       [--prepare-only] [--expected file] [--timeout seconds] [--poll milliseconds]

Runs plans of the OpenID Foundation's conformance suite against a SenID that is served with --profile conformance.
Where the suite asks for a token, it is read from CONFORMANCE_TOKEN. At the port of --approver-port the suite has requests of
CIBA answered; --approver-host is how it calls this machine (localhost). Plans:
${PLANS.map(({ name }) => `  ${name}`).join('\n')}
`;

const EXPECTED = new URL('../../../test/conformance/expected.json', import.meta.url);

const { values } = parseArgs({
  options: {
    suite: { type: 'string' },
    issuer: { type: 'string', default: 'https://localhost:3000' },
    plan: { type: 'string', multiple: true, default: [] },
    out: { type: 'string', default: '.conformance' },
    expected: { type: 'string' },
    'approver-port': { type: 'string' },
    'approver-host': { type: 'string', default: 'localhost' },
    'prepare-only': { type: 'boolean', default: false },
    timeout: { type: 'string', default: '300' },
    poll: { type: 'string', default: '1000' },
    help: { type: 'boolean', default: false },
  },
});

process.exitCode = await main();

async function main(): Promise<number> {
  const { suite, issuer } = values;
  const chosen =
    values.plan.length === 0 ? PLANS : PLANS.filter(({ name }) => values.plan.includes(name));
  if (suite === undefined || values.help || chosen.length < values.plan.length) {
    process.stderr.write(USAGE);
    return values.help ? 0 : 2;
  }
  const expectations = parseExpectations(readFileSync(values.expected ?? EXPECTED, 'utf8'));
  const results = await runAll(chosen, { suite: trimmed(suite), issuer: trimmed(issuer) });
  if (values['prepare-only']) return 0;
  const verdicts = results.map((result) => judge(result, expectations));
  process.stdout.write(tableOf(verdicts));
  return verdicts.length > 0 && verdicts.every(({ good }) => good) ? 0 : 1;
}

async function runAll(plans: readonly Plan[], at: Addresses): Promise<readonly ModuleResult[]> {
  const { 'approver-port': port, 'approver-host': host, 'prepare-only': prepareOnly } = values;
  // Nobody would be there any more when the plans are started.
  const approver =
    port === undefined || prepareOnly
      ? undefined
      : await startApprover({ issuer: at.issuer, login: TEST_LOGIN, port: Number(port), host });
  try {
    const results: ModuleResult[] = [];
    for (const plan of plans) {
      results.push(...(await runOne(plan, { ...at, approver: approver?.address })));
    }
    return results;
  } finally {
    await approver?.close();
  }
}

async function runOne(plan: Plan, at: Addresses): Promise<readonly ModuleResult[]> {
  try {
    const configuration = await configurationFor(plan, at);
    keep(plan, JSON.stringify(configuration, null, 2));
    if (values['prepare-only']) return [];
    return await runPlan({
      suite: connectSuite({ suite: at.suite, token: process.env['CONFORMANCE_TOKEN'] }),
      issuer: at.issuer,
      plan,
      configuration,
      pace: { pollMs: Number(values.poll), timeoutMs: Number(values.timeout) * 1000 },
      tell: (line) => void process.stderr.write(`${line}\n`),
    });
  } catch (error) {
    if (values['prepare-only']) throw error;
    const notes = [error instanceof Error ? error.message : String(error)];
    return [{ plan: plan.name, module: '(the plan itself)', result: 'FAULT', notes }];
  }
}

/** For who starts plans by hand. Private keys of test clients are in it: for nobody else on this machine. */
function keep({ name }: Plan, text: string): void {
  mkdirSync(values.out, { recursive: true, mode: 0o700 });
  writeFileSync(join(values.out, `${name}.json`), `${text}\n`, { mode: 0o600 });
}

function trimmed(address: string): string {
  return address.replace(/\/+$/, '');
}
