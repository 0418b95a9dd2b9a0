import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A program of its own that is started beside SenID. */
export interface Program {
  readonly name: string;
  /** Its file, from here. */
  readonly file: string;
  readonly args: readonly string[];
}

/** Starts them; each ends when it is told to, or when this process is gone. */
export function startPrograms(
  programs: readonly Program[],
  onExit: (name: string, code: number | null) => void,
): { stop(): Promise<void> } {
  let stopping = false;
  const children = programs.map(({ name, file, args }) => {
    const child = fork(fileURLToPath(new URL(file, import.meta.url)), args);
    child.on('exit', (code) => {
      if (!stopping) onExit(name, code);
    });
    return child;
  });
  return {
    async stop() {
      stopping = true;
      await Promise.all(children.map(stopChild));
    },
  };
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}
