import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { prepareMachine, type Machine } from './machine.ts';
import { readOptions, USAGE, type BenchOptions } from './options.ts';
import { runPart } from './part.ts';
import { profilePart } from './profile.ts';
import { performancePage } from './report-page.ts';
import { tableOf } from './report-table.ts';
import type { BenchResult, PartResult } from './result.ts';
import { sizingPage } from './sizing-page.ts';

const OUTPUT = 'test-output/bench';

const say = (line: string) => void process.stderr.write(`bench: ${line}\n`);

/** Ends with 1 when a journey failed, or when it could not be measured. */
async function main(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  const machine = prepareMachine();
  machine.warnings.forEach(say);
  mkdirSync(OUTPUT, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'senid-bench-'));
  try {
    if (options.profile) await profileAll(options, machine, folder);
    else report(options, await measureAll(options, machine, { folder, args }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function profileAll(options: BenchOptions, machine: Machine, folder: string): Promise<void> {
  for (const kind of options.stores) {
    const context = { kind, options, machine, folder: join(folder, kind), say };
    process.stdout.write(await profilePart(context, OUTPUT));
  }
}

async function measureAll(
  options: BenchOptions,
  machine: Machine,
  { folder, args }: { readonly folder: string; readonly args: readonly string[] },
): Promise<BenchResult> {
  const parts: PartResult[] = [];
  for (const kind of options.stores) {
    say(kind);
    parts.push(await runPart({ kind, options, machine, folder: join(folder, kind), say }));
  }
  return {
    date: new Date().toISOString().slice(0, 'YYYY-MM-DD'.length),
    command: ['npm run bench', ...(args.length > 0 ? ['--', ...args] : [])].join(' '),
    quick: options.quick,
    connections: options.pace.connections,
    machine,
    parts,
  };
}

function report(options: BenchOptions, result: BenchResult): void {
  const file = join(OUTPUT, `${result.quick ? 'quick' : 'full'}.json`);
  writeFileSync(file, `${JSON.stringify(result, undefined, 2)}\n`);
  process.stdout.write(`${result.parts.map(tableOf).join('\n')}\n${file}\n`);
  if (!options.write) return;
  writeFileSync('docs/performance.md', performancePage(result));
  const sizing = sizingPage(result);
  if (sizing !== undefined) writeFileSync('docs/sizing.md', sizing);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`bench: ${message}\n${USAGE}`);
  // The servers are stopped; what waits for their answers is not waited for.
  process.exit(1);
}
