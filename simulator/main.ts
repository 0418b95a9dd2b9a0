import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { startSimulator, type Running, type SimulatorOptions } from './program.ts';

/** Ends with a signal, or with the process that started it. */
try {
  const options = commandLine();
  const running = await startSimulator(options);
  endWith(running);
  const scheme = options.tls === undefined ? 'http' : 'https';
  process.stdout.write(`simulator: ${scheme}://localhost:${options.port}\n`);
} catch (error) {
  process.stderr.write(`simulator: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
  leaveParent();
}

function commandLine(): SimulatorOptions {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '3004' },
      data: { type: 'string' },
      seed: { type: 'string', default: '1' },
      day: { type: 'string' },
      'gateway-token-file': { type: 'string' },
      'tls-cert-file': { type: 'string' },
      'tls-key-file': { type: 'string' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error('--port: not a port');
  if (values.day !== undefined && !/^\d{4}-\d\d-\d\d$/.test(values.day)) {
    throw new Error('--day: not a date as 2026-11-22');
  }
  const [cert, key] = [read(values['tls-cert-file']), read(values['tls-key-file'])];
  return {
    port,
    folder: values.data,
    seed: values.seed,
    day: values.day,
    gatewayToken: read(values['gateway-token-file'])?.trim(),
    tls: cert === undefined || key === undefined ? undefined : { cert, key },
  };
}

function read(file: string | undefined): string | undefined {
  return file === undefined ? undefined : readFileSync(file, 'utf8');
}

function endWith(running: Running): void {
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    leaveParent();
    void running.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(signal, end);
}

/** An open channel to the parent would keep the process alive. */
function leaveParent(): void {
  if (process.connected) process.disconnect();
}
