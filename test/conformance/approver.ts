import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

import { CONFORMANCE_CODE } from '../../accounts/conformance-code.ts';
import { PERSONA_PASSWORD } from '../../accounts/personas.ts';
import { formsOf, HttpAgent } from '../support/http-agent.ts';
import { driveAsSuite, type BrowserScript } from '../support/suite-browser.ts';

type Action = 'allow' | 'deny';

export interface ApproverPlace {
  readonly issuer: string;
  /** Identification number of the person in whose place it answers. */
  readonly login: string;
  /** 0: any free one. */
  readonly port: number;
  /** As the suite calls this machine. For any other name than `localhost` it can be reached from elsewhere. */
  readonly host?: string;
}

export interface Approver {
  /** For `automated_ciba_approval_url`. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * The person of CIBA plans, on the tester's machine: at `GET /approve?auth_req_id=…&action=allow|deny` it signs in at SenID's
 * own pages and answers there, as a person with a browser would. 204: answered; 400: not asked properly; 409, with the
 * reason as text: there was nothing to answer, or it did not come to an end.
 *
 * The pages name no `auth_req_id`, so it is the newest request that is answered: the suite asks one after another.
 */
export async function startApprover({
  port,
  host = 'localhost',
  ...person
}: ApproverPlace): Promise<Approver> {
  const browser = new HttpAgent();
  /** One at a time: there is one person, with one browser. */
  let last: Promise<unknown> = Promise.resolve();
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://approver');
    const action = searchParams.get('action');
    const isAsked = pathname === '/approve' && searchParams.get('auth_req_id');
    if (!isAsked || (action !== 'allow' && action !== 'deny')) {
      response.writeHead(400).end();
      return;
    }
    const turn = last.then(() => answerNewest(browser, person, action));
    last = turn.catch(() => {});
    try {
      await turn;
      response.writeHead(204).end();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      response.writeHead(409, { 'content-type': 'text/plain; charset=utf-8' }).end(reason);
    }
  };
  const server = createServer((request, response) => void answer(request, response));
  server.listen(port, host === 'localhost' ? '127.0.0.1' : undefined);
  await once(server, 'listening');
  const bound = server.address();
  const at = typeof bound === 'object' && bound !== null ? bound.port : port;
  return {
    address: `http://${host}:${at}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

type TestPerson = Pick<ApproverPlace, 'issuer' | 'login'>;

async function answerNewest(browser: HttpAgent, person: TestPerson, action: Action): Promise<void> {
  const list = await driveAsSuite(browser, `${person.issuer}/approvals`, [signIn(person)]);
  const newest = formsOf(list.body).findLast(({ buttons }) => buttons.includes('review'));
  if (newest === undefined) throw new Error('no request waits for the test person');
  const start = await browser.send(new URL(newest.action, list.url).href, {
    method: 'POST',
    body: new URLSearchParams(newest.fields),
    headers: { origin: new URL(list.url).origin, 'sec-fetch-site': 'same-origin' },
  });
  const { url } = await browser.follow(start);
  await driveAsSuite(browser, url, [approve(person, action)]);
}

const page = ({ issuer, login }: TestPerson, task: string) => ({
  task,
  optional: true,
  match: `${issuer}/interaction/*`,
  commands: [
    ['text', 'id', 'identifier', login, 'optional'],
    ['text', 'id', 'password', PERSONA_PASSWORD, 'optional'],
    ['text', 'id', 'otp', CONFORMANCE_CODE, 'optional'],
    ['click', 'id', 'continue'],
  ],
});

function signIn(person: TestPerson): BrowserScript {
  return {
    match: `${person.issuer}/approvals`,
    tasks: [page(person, 'signs in'), page(person, 'types the code')],
  };
}

function approve(person: TestPerson, action: Action): BrowserScript {
  const [button, end] =
    action === 'allow' ? ['continue', 'Bạn đã xác nhận'] : ['cancel', 'Bạn đã từ chối'];
  return {
    match: `${person.issuer}/interaction/*`,
    tasks: [
      { task: action, commands: [['click', 'id', button]] },
      page(person, 'proves or agrees'),
      page(person, 'proves or agrees, once more'),
      page(person, 'agrees'),
      { task: 'is told the end', commands: [['wait', 'xpath', '//*', 10, end]] },
    ],
  };
}
