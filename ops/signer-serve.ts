import { once } from 'node:events';

import type { Command } from 'commander';

import { openKeyFile } from '../adapters/signer/open-key-file.ts';
import { serveSigner } from '../adapters/signer/signer-server.ts';
import { systemClock } from '../clock.ts';
import { makeFirstKeys } from '../provider/keys.ts';
import { createLocalSigner } from '../provider/local-signer.ts';
import type { Terminal } from './terminal.ts';

interface ServeOptions {
  readonly socket: string;
  readonly keysFile: string;
  readonly secretFile: string;
}

/** An example of a signer: what stands here in software is a module of hardware or a key service elsewhere. */
export function addSignerServe(signer: Command, terminal: Terminal): void {
  signer
    .command('serve')
    .description('keep the private signing keys in this process, and sign for SENID_SIGNER')
    .requiredOption('--socket <path>', 'UNIX socket, for this user alone')
    .requiredOption('--keys-file <path>', 'the keys, sealed; made when it is not there')
    .option(
      '--secret-file <path>',
      'what opens them; made when it is not there',
      './.secrets/signer.json',
    )
    .action(async ({ socket, keysFile, secretFile }: ServeOptions) => {
      const store = openKeyFile(keysFile, secretFile);
      await makeFirstKeys(store, systemClock());
      const running = await serveSigner(createLocalSigner(store, systemClock), socket);
      terminal.print(`signer: listening on ${socket}`);
      await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
      await running.close();
    });
}
