import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../ops/senid.js', import.meta.url));

/** `senid signer serve`, as a process of its own. */
export interface SignerProcess {
  readonly pid: number;
  /** For SENID_SIGNER. */
  readonly address: string;
  readonly keysFile: string;
  readonly secretFile: string;
  stop(signal?: 'SIGTERM' | 'SIGKILL' | 'SIGSTOP'): Promise<void>;
}

/** Resolves when it listens. What it keeps lies in `folder`. */
export async function startSigner(folder: string): Promise<SignerProcess> {
  const socket = join(folder, 'signer.sock');
  const keysFile = join(folder, 'signer-keys', 'keys.json');
  const secretFile = join(folder, 'signer-secret', 'signer.json');
  const words = ['signer', 'serve', '--socket', socket, '--keys-file', keysFile];
  const child: ChildProcess = spawn(
    process.execPath,
    [PROGRAM, ...words, '--secret-file', secretFile],
    { env: {}, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(child, 'exit');
  await Promise.race([
    once(child.stdout ?? child, 'data'),
    ended.then(() => {
      throw new Error('the signer ended before it listened');
    }),
  ]);
  return {
    pid: child.pid ?? 0,
    address: `unix:${socket}`,
    keysFile,
    secretFile,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      if (signal !== 'SIGSTOP') await ended;
    },
  };
}
