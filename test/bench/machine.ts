import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

/** Which cores the server has to itself, and which the load and the stores share; undefined where nothing can be pinned. */
export interface Pinning {
  readonly server: string;
  readonly rest: string;
}

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGib: number;
  readonly kernel: string;
  readonly node: string;
  readonly pinning: Pinning | undefined;
  /** Where the figures are coarser than they could be, in sentences. */
  readonly warnings: readonly string[];
}

/** Moves this process, and so what it starts unpinned, off the server's core. */
export function prepareMachine(): Machine {
  const warnings: string[] = [];
  const pinning = choosePinning(warnings);
  if (pinning !== undefined) {
    execFileSync('taskset', ['-acp', pinning.rest, `${process.pid}`], { stdio: 'ignore' });
  }
  if (!existsSync('/proc/self/schedstat')) {
    warnings.push('no /proc/<pid>/schedstat: CPU is read from /proc/<pid>/stat, in steps of 10 ms');
  }
  return {
    processor: /model name\s*: (.*)/.exec(readIfThere('/proc/cpuinfo'))?.[1] ?? process.arch,
    cores: cpus().length,
    memoryGib: Math.round(totalmem() / 2 ** 30),
    kernel: readIfThere('/proc/sys/kernel/osrelease').trim(),
    node: process.version,
    pinning,
    warnings,
  };
}

/** The command that runs on the server's core. */
export function onServerCore(
  pinning: Pinning | undefined,
  command: readonly string[],
): readonly [string, readonly string[]] {
  const [program = '', ...args] = command;
  return pinning === undefined ? [program, args] : ['taskset', ['-c', pinning.server, ...command]];
}

function choosePinning(warnings: string[]): Pinning | undefined {
  const [server, ...rest] = allowedCores();
  if (server === undefined || rest.length === 0) {
    warnings.push('one core only: server, load and stores share it');
    return undefined;
  }
  try {
    execFileSync('taskset', ['-c', `${server}`, 'true'], { stdio: 'ignore' });
  } catch {
    warnings.push('no taskset: nothing is pinned, and the load disturbs the server');
    return undefined;
  }
  return { server: `${server}`, rest: rest.join(',') };
}

function allowedCores(): readonly number[] {
  const list = /Cpus_allowed_list:\s*(\S+)/.exec(readIfThere('/proc/self/status'))?.[1] ?? '';
  return list.split(',').flatMap((range) => {
    if (range === '') return [];
    const [first = 0, last = first] = range.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
  });
}

function readIfThere(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
