import type { Readable } from 'node:stream';

/** What a command has of the world outside. */
export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly input: Readable;
  print(line: string): void;
}
