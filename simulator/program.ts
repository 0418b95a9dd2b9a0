import { once } from 'node:events';
import { createServer as createPlainServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';

import { Router } from '@koa/router';
import Koa from 'koa';

import { createFaults } from './faults.ts';
import { openJournal } from './journal.ts';
import { createMatcher } from './matcher.ts';
import { today } from './people/dates.ts';
import { openRecords } from './records.ts';
import { addGateways } from './routes/gateway-routes.ts';
import { addMatcher } from './routes/matcher-routes.ts';
import { addPeople } from './routes/people-routes.ts';
import { BadRequest } from './routes/read-json.ts';
import { addRegisters } from './routes/register-routes.ts';

export interface SimulatorOptions {
  readonly port: number;
  /** Where what happens is kept; nothing is, without one. */
  readonly folder: string | undefined;
  readonly seed: string;
  /** `YYYY-MM-DD`, on which the people are made; today when absent. */
  readonly day: string | undefined;
  /** What senders of messages must show. */
  readonly gatewayToken: string | undefined;
  readonly tls: { readonly cert: string; readonly key: string } | undefined;
}

export interface Running {
  close(): Promise<void>;
}

const CLOSE_GRACE_MS = 500;

/** Resolves when it listens, on loopback only. */
export async function startSimulator(options: SimulatorOptions): Promise<Running> {
  const { tls, port } = options;
  const handle = createSimulator(options).callback();
  const server =
    tls === undefined
      ? createPlainServer((request, response) => void handle(request, response))
      : createTlsServer(tls, (request, response) => void handle(request, response));
  server.listen(port, 'localhost');
  await once(server, 'listening');
  return {
    async close() {
      const closed = once(server, 'close');
      server.close();
      setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS).unref();
      await closed;
    },
  };
}

function createSimulator({ folder, seed, day, gatewayToken }: SimulatorOptions): Koa {
  const clock = Date.now;
  const records = openRecords({
    journal: openJournal(folder),
    seed,
    day: day ?? today(clock()),
    clock,
  });
  const faults = createFaults();
  const router = new Router();
  addRegisters(router, records, faults);
  addMatcher(router, { records, faults, matcher: createMatcher(records, clock) });
  addGateways(router, { records, faults, clock, token: gatewayToken });
  addPeople(router, records, faults);

  const app = new Koa();
  app.silent = true;
  app.use(async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      if (!(error instanceof BadRequest)) throw error;
      ctx.status = error.status;
      ctx.body = { error: error.message };
    }
  });
  app.use(router.routes());
  return app;
}
