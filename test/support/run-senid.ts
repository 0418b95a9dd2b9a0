import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../ops/senid.js', import.meta.url));

export interface CommandResult {
  readonly code: number | null;
  readonly output: string;
  readonly error: string;
}

export interface CommandPlace {
  readonly folder: string;
  readonly dataFolder: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The command line as an operator runs it: a process of its own, on the data of `folder`. */
export async function runSenid(
  { folder, dataFolder, env }: CommandPlace,
  words: readonly string[],
  input = '',
): Promise<CommandResult> {
  const child = spawn(process.execPath, [PROGRAM, ...words], {
    cwd: folder,
    env: {
      DATABASE_URL: `sqlite:${dataFolder}/register.db`,
      SENID_SECRETS_FILE: `${folder}/secrets/senid.json`,
      ...env,
    },
  });
  const text = { output: '', error: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text.output += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (text.error += chunk));
  // A command that needs no input may be gone before it is written.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const [code]: (number | null)[] = await once(child, 'close');
  return { code: code ?? null, ...text };
}
