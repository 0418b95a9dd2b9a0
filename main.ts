import { parseArgs } from 'node:util';

import { CannotStart } from './errors.ts';

const NEEDED_NODE = [24, 7] as const;

/** A package manager that leaves our own runtime out would start us on the system's, which lacks `node:sqlite`. */
function requireNode(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > NEEDED_NODE[0] || (major === NEEDED_NODE[0] && minor >= NEEDED_NODE[1])) return;
  throw new CannotStart(
    `Node ${NEEDED_NODE.join('.')} or newer is needed, this is ${version}; start with npm start`,
  );
}

/** `--worker` and `--seeds` are for processes that a parent of ours starts. */
function readArguments() {
  const options = {
    workers: { type: 'string', default: '1' },
    profile: { type: 'string' },
    worker: { type: 'string' },
    seeds: { type: 'boolean', default: false },
  } as const;
  try {
    return parseArgs({ options }).values;
  } catch (cause) {
    throw new CannotStart('usage: senid serve [--workers <number>] [--profile conformance]', {
      cause,
    });
  }
}

/** Nothing else is loaded before it is known that it can be. */
try {
  requireNode(process.versions.node);
  const { workers, profile, worker, seeds } = readArguments();
  if (worker === undefined) {
    const { parseWorkers, serve, withProfile } = await import('./serve.ts');
    await serve(withProfile(process.env, profile), { workers: parseWorkers(workers) });
  } else {
    const { serveAsWorker } = await import('./worker.ts');
    await serveAsWorker(process.env, { worker: Number(worker), seeds });
  }
} catch (error) {
  if (error instanceof CannotStart) process.stderr.write(`senid: ${error.message}\n`);
  else
    process.stderr.write(`senid: could not start: ${error instanceof Error ? error.stack : ''}\n`);
  process.exitCode = 1;
}
