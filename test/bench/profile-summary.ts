import { readFileSync } from 'node:fs';
import type { Profiler } from 'node:inspector';

export interface ProfileLine {
  readonly name: string;
  /** Of the main thread's busy time. */
  readonly share: number;
}

export interface ProfileSummary {
  /** By package, or folder of our own: where the time was spent itself. */
  readonly places: readonly ProfileLine[];
  readonly functions: readonly ProfileLine[];
  /** With all they call in the same turn of the event loop. */
  readonly inclusive: readonly ProfileLine[];
}

const IDLE = new Set(['(idle)', '(program)']);

export function summariseProfile(file: string, most: number): ProfileSummary {
  const profile = JSON.parse(readFileSync(file, 'utf8')) as Profiler.Profile;
  const spent = selfTimes(profile);
  const parents = new Map(
    profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const [places, functions, inclusive] = [new Tally(), new Tally(), new Tally()];
  for (const [id, time] of spent) {
    const node = nodes.get(id);
    if (node === undefined || IDLE.has(node.callFrame.functionName)) continue;
    places.add(placeOf(node.callFrame), time);
    functions.add(labelOf(node.callFrame), time);
    const above = new Set<string>();
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const frame = nodes.get(at)?.callFrame;
      if (frame !== undefined && frame.functionName !== '(root)') above.add(labelOf(frame));
    }
    for (const label of above) inclusive.add(label, time);
  }
  const total = places.total;
  return {
    places: places.top(most, total),
    functions: functions.top(most, total),
    inclusive: inclusive.top(most, total),
  };
}

class Tally {
  readonly #times = new Map<string, number>();

  add(name: string, time: number): void {
    this.#times.set(name, (this.#times.get(name) ?? 0) + time);
  }

  get total(): number {
    return [...this.#times.values()].reduce((sum, each) => sum + each, 0);
  }

  top(most: number, total: number): readonly ProfileLine[] {
    return [...this.#times]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, most)
      .map(([name, time]) => ({ name, share: time / total }));
  }
}

/** Microseconds by node. */
function selfTimes({ samples = [], timeDeltas = [] }: Profiler.Profile): Map<number, number> {
  const times = new Map<number, number>();
  samples.forEach((id, index) => {
    // The delta before a sample belongs to the sample before it.
    times.set(id, (times.get(id) ?? 0) + (timeDeltas[index + 1] ?? 0));
  });
  return times;
}

function labelOf({ functionName, url, lineNumber }: Profiler.Profile['nodes'][0]['callFrame']) {
  return `${functionName || '(anonymous)'} ${shortUrl(url)}:${lineNumber + 1}`;
}

function shortUrl(url: string): string {
  return url.replace(/^.*\/node_modules\//, '').replace(/^file:\/\/.*?\/(?:dist|build-\w+)\//, '');
}

/** `oidc-provider`, `node:internal/crypto`, `interactions`. */
function placeOf({ functionName, url }: Profiler.Profile['nodes'][0]['callFrame']): string {
  if (url === '') return functionName.startsWith('(') ? functionName : `native: ${functionName}`;
  const short = shortUrl(url);
  if (short.startsWith('node:')) return short.split('/').slice(0, 2).join('/');
  if (!url.includes('/node_modules/'))
    return `SenID ${short.split('/').slice(0, -1).join('/') || '.'}`;
  return short
    .split('/')
    .slice(0, short.startsWith('@') ? 2 : 1)
    .join('/');
}
