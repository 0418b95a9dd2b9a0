import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

import { z } from 'zod';

/**
 * The REST interface of the conformance suite, and nothing of its tests: each module ends as the script says. A program of
 * its own, so that the runner is tested over the wire. Arguments: the script as JSON. Prints its address. What it was
 * asked is at `GET /asked`.
 */
const scriptSchema = z.object({
  token: z.string().optional(),
  plans: z.record(
    z.string(),
    z.array(
      z.object({
        module: z.string(),
        variant: z.record(z.string(), z.string()).optional(),
        result: z.string().default('PASSED'),
        /** Entries of the log, as the suite writes them. */
        log: z.array(z.looseObject({})).default([]),
        /** Names of pictures it waits for. */
        pictures: z.array(z.string()).default([]),
        waitsForStart: z.boolean().default(false),
        fault: z.enum(['interrupted', 'stuck', 'stumbles', 'breaks', 'html']).optional(),
      }),
    ),
  ),
});

type Script = z.infer<typeof scriptSchema>;
type Module = Script['plans'][string][number];

interface Test {
  readonly module: Module;
  readonly missing: Set<string>;
  /** Of the discovery document, when it was made. */
  readonly kids: readonly string[];
  readonly jwksUri: string;
  polls: number;
  started: boolean;
}

class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const script = scriptSchema.parse(JSON.parse(process.argv[2] ?? '{}'));
const plans = new Map<string, { readonly modules: readonly Module[]; readonly server: string }>();
const tests = new Map<string, Test>();
const asked: string[] = [];

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    const status = error instanceof Refused ? error.status : 500;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error: String(error) }));
  });
});
server.listen(0, 'localhost', () => {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  process.stdout.write(`http://localhost:${port}\n`);
});
process.on('SIGTERM', () => process.exit(0));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const json = (status: number, body?: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body === undefined ? '' : JSON.stringify(body));
  };
  if (url.pathname === '/asked') return json(200, asked);
  asked.push(`${request.method} ${url.pathname}`);
  if (script.token !== undefined && request.headers.authorization !== `Bearer ${script.token}`) {
    throw new Refused(401, 'token');
  }
  const [, , kind, id = '', part, placeholder = ''] = url.pathname.split('/');
  switch (`${request.method} ${kind}`) {
    case 'POST plan':
      return json(201, await createPlan(url, request));
    case 'POST runner':
      return id === '' ? json(201, await createTest(url)) : json(200, await start(testOf(id)));
    case 'GET info':
      return info(testOf(id), response, json);
    case 'GET log':
      return json(200, logOf(testOf(id)));
    case 'POST log': {
      const image = await text(request);
      if (part !== 'images' || !image.startsWith('data:image/')) throw new Refused(400, 'picture');
      if (!testOf(id).missing.delete(decodeURIComponent(placeholder)))
        throw new Refused(404, 'none');
      return json(200, {});
    }
    default:
      throw new Refused(404, url.pathname);
  }
}

async function createPlan(url: URL, request: IncomingMessage) {
  const planName = url.searchParams.get('planName') ?? '';
  const modules = script.plans[planName];
  if (modules === undefined) throw new Refused(400, `no plan ${planName}`);
  z.record(z.string(), z.string()).parse(JSON.parse(url.searchParams.get('variant') ?? ''));
  const configuration = z
    .looseObject({ alias: z.string().min(1), server: z.looseObject({ discoveryUrl: z.url() }) })
    .parse(JSON.parse(await text(request)));
  const id = randomUUID();
  plans.set(id, { modules, server: configuration.server.discoveryUrl });
  return {
    id,
    name: planName,
    modules: modules.map(({ module, variant }) => ({ testModule: module, variant, instances: [] })),
  };
}

async function createTest(url: URL) {
  const plan = plans.get(url.searchParams.get('plan') ?? '');
  const module = plan?.modules.find((each) => each.module === url.searchParams.get('test'));
  if (plan === undefined || module === undefined) throw new Refused(400, 'no such test');
  const variant = url.searchParams.get('variant');
  if ((variant ?? undefined) !== (module.variant && JSON.stringify(module.variant))) {
    throw new Refused(400, 'another variant');
  }
  if (module.fault === 'breaks') throw new Refused(500, 'broken');
  const id = randomUUID();
  const jwksUri = module.waitsForStart ? await jwksUriOf(plan.server) : '';
  const kids = module.waitsForStart ? await kidsAt(jwksUri) : [];
  const missing = new Set(module.pictures);
  tests.set(id, { module, missing, kids, jwksUri, polls: 0, started: false });
  return { id, name: module.module };
}

function testOf(id: string): Test {
  const test = tests.get(id);
  if (test === undefined) throw new Refused(404, id);
  return test;
}

async function start(test: Test) {
  if (!test.module.waitsForStart) throw new Refused(409, 'it runs');
  test.started = true;
  return {};
}

async function info(
  test: Test,
  response: ServerResponse,
  json: (status: number, body: unknown) => void,
): Promise<void> {
  const { module } = test;
  test.polls += 1;
  if (module.fault === 'stumbles' && test.polls % 2 === 1) {
    response.destroy();
    return;
  }
  if (module.fault === 'html') {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<h1>Sign in</h1>');
    return;
  }
  json(200, { testName: module.module, ...(await stateOf(test)) });
}

async function stateOf({ module, missing, kids, jwksUri, polls, started }: Test) {
  if (module.waitsForStart && !started) return { status: 'CONFIGURED', result: null };
  if (polls < 2) return { status: 'RUNNING', result: null };
  if (module.fault === 'stuck' || missing.size > 0) return { status: 'WAITING', result: null };
  if (module.fault === 'interrupted') return { status: 'INTERRUPTED', result: 'FAILED' };
  if (!module.waitsForStart) return { status: 'FINISHED', result: module.result };
  // As the suite's own module: there must be a key now that was not there before.
  const rotated = (await kidsAt(jwksUri)).some((kid) => !kids.includes(kid));
  return { status: 'FINISHED', result: rotated ? module.result : 'FAILED' };
}

function logOf({ module, missing }: Test) {
  return [...module.log, ...[...missing].map((upload) => ({ msg: 'a picture is wanted', upload }))];
}

async function jwksUriOf(discoveryUrl: string): Promise<string> {
  const document = (await (await fetch(discoveryUrl)).json()) as { jwks_uri: string };
  return document.jwks_uri;
}

async function kidsAt(uri: string): Promise<readonly string[]> {
  const { keys } = (await (await fetch(uri)).json()) as { keys: readonly { kid: string }[] };
  return keys.map(({ kid }) => kid);
}
