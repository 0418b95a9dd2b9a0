import { createInterface } from 'node:readline';

import { CannotDo } from './cannot-do.ts';
import type { Terminal } from './terminal.ts';

/** Of standard input, where neither the history of the shell nor ps shows what it is. */
export async function firstLine({ input }: Terminal, what: string): Promise<string> {
  const lines = createInterface({ input });
  try {
    for await (const line of lines) return line.trim();
    throw new CannotDo(`no ${what} on standard input`);
  } finally {
    lines.close();
    input.destroy();
  }
}
