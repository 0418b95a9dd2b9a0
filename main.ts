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

/** Nothing else is loaded before it is known that it can be. */
try {
  requireNode(process.versions.node);
  const { serve } = await import('./serve.ts');
  await serve(process.env);
} catch (error) {
  if (error instanceof CannotStart) process.stderr.write(`senid: ${error.message}\n`);
  else
    process.stderr.write(`senid: could not start: ${error instanceof Error ? error.stack : ''}\n`);
  process.exitCode = 1;
}
