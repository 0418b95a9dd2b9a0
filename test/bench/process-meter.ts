import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Linux counts CPU time for user space in hundredths of a second, whatever the kernel does inside. */
const MS_PER_TICK = 10;

/** CPU time of a process and all below it so far, all threads, user and kernel, in ms. */
export function cpuMs(pid: number): number {
  return family(pid).reduce((sum, each) => sum + cpuMsOfOne(each), 0);
}

/** Resident memory of a process and all below it, in MiB. */
export function residentMib(pid: number): number {
  return family(pid).reduce((sum, each) => sum + residentMibOfOne(each), 0);
}

/** What this process has started under such a command. */
export function childrenNamed(word: string): readonly number[] {
  return childrenOf(process.pid).filter((pid) => read(`/proc/${pid}/cmdline`).includes(word));
}

function childrenOf(pid: number): readonly number[] {
  return read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
}

function family(pid: number): readonly number[] {
  return [pid, ...childrenOf(pid).flatMap(family)];
}

function cpuMsOfOne(pid: number): number {
  const fields = read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? [];
  const ticks = (...indices: number[]) =>
    indices.reduce((sum, index) => sum + Number(fields[index] ?? 0), 0) * MS_PER_TICK;
  // Of children that have ended meanwhile (proc(5): cutime, cstime).
  const ofEnded = ticks(13, 14);
  const tasks = `/proc/${pid}/task`;
  if (!existsSync('/proc/self/schedstat')) return ticks(11, 12) + ofEnded;
  if (!existsSync(tasks)) return 0;
  return readdirSync(tasks)
    .map((task) => Number(read(`${tasks}/${task}/schedstat`).split(' ')[0] ?? 0) / 1e6)
    .reduce((sum, each) => sum + each, ofEnded);
}

function residentMibOfOne(pid: number): number {
  return Number(/VmRSS:\s*(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
}

/** Empty for what has ended meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
