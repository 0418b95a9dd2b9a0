import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';

import fc from 'fast-check';

import { errorEntry } from '../../web/errors/table.ts';
import {
  rawBytes,
  rawRequest,
  type RawAnswer,
  type RawRequest,
} from '../support/oidc-client-raw.ts';
import { OidcClient } from '../support/oidc-client.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { logIn, sharedHolder } from '../support/session-login.ts';
import { sharedSenid } from '../support/session-server.ts';
import { FORM, words } from './refused.ts';

const RUNS = 400;
const PATHS = words(
  '/authorize /token /par /introspect /revoke /userinfo /register /register/x /logout /logout/confirm /device/authorize ' +
    '/device /backchannel /interaction/x /interaction/x/sign-in /authorize/x /jwks /errors /errors/x / /sandbox/outbox',
);
const METHODS = words('GET POST POST POST PUT DELETE PATCH HEAD OPTIONS');
const NAMES = words(
  'client_id redirect_uri response_type response_mode scope state nonce prompt max_age claims acr_values login_hint ' +
    'id_token_hint code_challenge code_challenge_method request request_uri registration resource authorization_details ' +
    'grant_type code code_verifier refresh_token token token_type_hint client_secret client_assertion client_assertion_type ' +
    'device_code user_code xsrf logout post_logout_redirect_uri ui_locales display dpop_jkt q lang binding_message',
);
const ODD = [
  '',
  '\u0000',
  '\ud800',
  '\uffff',
  '\u202e',
  '\r\nX-Evil: 1\r\n\r\n',
  '%',
  '%00',
  '%ff',
  '[]',
  '{}',
  '[[[[',
  'null',
  '-1',
  '0',
  '1e309',
  '9'.repeat(400),
  '__proto__',
  'a.b.c',
  'eyJhbGciOiJub25lIn0.e30.',
  'eyJhbGciOiJFUzI1NiJ9.bnVsbA.AA',
  'https://',
  'https://[::1',
  'javascript:alert(1)',
  'urn:ietf:params:oauth:request_uri:x',
  '<script>alert(1)</script>',
  "' OR 1=1 --",
  '{"id_token":{"acr":{"essential":true,"values":[null]}}}',
  `${'{"a":'.repeat(500)}1${'}'.repeat(500)}`,
  'x'.repeat(6_000),
];
const TYPES = [
  FORM['content-type'],
  FORM['content-type'],
  FORM['content-type'],
  `${FORM['content-type']}; charset=utf-16`,
  'application/json',
  'application/json; charset=x',
  'multipart/form-data; boundary=x',
  'text/plain',
  ';',
];

const text = fc.oneof(fc.constantFrom(...ODD), fc.string({ unit: 'binary', maxLength: 40 }));
const field = fc.tuple(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...NAMES) }, text), text);
const header = fc.record(
  {
    authorization: fc.constantFrom(
      'Basic',
      'Basic Og==',
      'Bearer x',
      'DPoP x',
      'Basic a:b',
      'x y z',
    ),
    dpop: fc.constantFrom('x', 'a.b.c', 'eyJhbGciOiJub25lIn0.e30.'),
    accept: fc.constantFrom('*/*', 'text/html', 'application/json', 'x', '*'.repeat(3_000), ''),
    cookie: fc.constantFrom('=', ';;', '__Host-senid_session=%', `a=${'x'.repeat(3_000)}`),
    'accept-language': fc.constantFrom('*', 'vi;q=x', 'x'.repeat(2_000), '%'),
    origin: fc.constantFrom('null', 'https://evil.example', '%'),
    'content-encoding': fc.constantFrom('gzip', 'identity', 'x'),
  },
  { requiredKeys: [] },
);

/** Characters as they are, save what would end the line: a lone surrogate is three bytes that are no UTF-8. */
function encode(value: string, how: 'form' | 'bare'): string {
  if (how === 'bare') return encodeURI(value.toWellFormed()).replaceAll('%25', '%');
  return [...value]
    .map((each) => (/\p{Surrogate}/u.test(each) ? '%ed%a0%80' : encodeURIComponent(each)))
    .join('');
}

const requests: fc.Arbitrary<RawRequest> = fc
  .record({
    method: fc.constantFrom(...METHODS),
    path: fc.constantFrom(...PATHS),
    fields: fc.array(field, { maxLength: 8 }),
    how: fc.constantFrom('form' as const, 'bare' as const),
    type: fc.constantFrom(...TYPES),
    headers: header,
    garbage: fc.option(fc.uint8Array({ maxLength: 200 }), { freq: 6 }),
  })
  .map(({ method, path, fields, how, type, headers, garbage }) => {
    const query = fields.map((pair) => pair.map((each) => encode(each, how)).join('=')).join('&');
    if (method !== 'POST') return { method, path: `${path}?${query}`, headers };
    const body = garbage === null ? query : Buffer.from(garbage);
    return { method, path, headers: { ...headers, 'content-type': type }, body };
  });

describe('requests made of anything', () => {
  let senid: SenidProcess;

  before(async () => {
    senid = await startSenid({ name: 'anything' });
  });

  after(() => senid.stop());

  /** A 4xx that explains itself, or what everybody may see. */
  const look = ({ status, headers, body }: RawAnswer): void => {
    assert.ok(status >= 200 && status < 500, `${status} ${body.slice(0, 300)}`);
    assert.equal(headers['x-evil'], undefined);
    // Larger than any request may be: it is refused before there is one, by Node, in one line.
    if (status === 431 && body === '') return;
    assert.match(String(headers['x-request-id']), /^req_/);
    assert.doesNotMatch(body, /\bat .*\.[jt]s:\d+|node_modules|SQLITE|ZodError|<script>alert/);
    const { origin, protocol, searchParams } = new URL(headers.location ?? '/', senid.issuer);
    assert.ok(origin === senid.issuer || protocol === 'https:', headers.location);
    assert.ok(!origin.includes('evil') && searchParams.get('error') !== 'server_error');
    if (status < 400 || headers['content-type']?.startsWith('application/json') !== true) return;
    if (body === '') return;
    const said = JSON.parse(body) as Readonly<Record<string, string>>;
    const code = (said['error_uri'] ?? '').slice(`${senid.issuer}/errors/`.length);
    assert.ok(errorEntry(code), body);
    assert.notEqual(said['error'], 'server_error');
    assert.match(said['error_description'] ?? '', /^[\u0020-\u0021\u0023-\u005b\u005d-\u007e]+$/);
  };

  it(`are refused, explained, and change nothing (${RUNS} of them)`, async () => {
    const client = await OidcClient.register(senid.issuer);
    const before = rowsOf(senid);
    const seed = Date.now();
    // For whoever has to repeat it.
    process.stdout.write(`      seed ${seed}\n`);
    await fc.assert(
      fc.asyncProperty(requests, fc.boolean(), async (request, known) => {
        const path = known
          ? request.path.replace('client_id=', `client_id=${client.clientId}&_=`)
          : request.path;
        look(await rawRequest(senid.issuer, { ...request, path }));
      }),
      { numRuns: RUNS, seed, endOnFailure: true },
    );
    assert.deepEqual(rowsOf(senid), before);
  });
});

/** How many rows each table of the register has; what happened is written down, and nothing else. */
function rowsOf({ dataFolder }: SenidProcess): Readonly<Record<string, number>> {
  const database = new DatabaseSync(`${dataFolder}/register.db`, { readOnly: true });
  try {
    const tables = database.prepare("select name from sqlite_master where type = 'table'").all();
    const names = tables
      .map(({ name }) => String(name))
      .filter((name) => !/audit|sqlite/.test(name));
    assert.ok(names.length > 5);
    return Object.fromEntries(
      names.map((name) => {
        const row = database.prepare(`select count(*) as rows from "${name}"`).get();
        return [name, Number(row?.['rows'])];
      }),
    );
  } finally {
    database.close();
  }
}

describe('messages that are not HTTP, or not quite', () => {
  let senid: SenidProcess;
  let host: string;

  before(async () => {
    senid = await sharedSenid();
    host = `Host: ${new URL(senid.issuer).host}\r\n`;
  });

  const FORMED = 'Content-Type: application/x-www-form-urlencoded\r\n';
  const MESSAGES: Readonly<Record<string, (start: string) => string>> = {
    'a body longer than its length': (start) =>
      `${start}${FORMED}Content-Length: 3\r\n\r\ntoken=xxxxxxxx`,
    'two lengths': (start) => `${start}${FORMED}Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd`,
    'a length that is no number': (start) => `${start}${FORMED}Content-Length: 1e1\r\n\r\nabcd`,
    'a negative length': (start) => `${start}${FORMED}Content-Length: -1\r\n\r\nabcd`,
    'a length and chunks': (start) =>
      `${start}${FORMED}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\n${host}\r\n`,
    'a chunk longer than said': (start) =>
      `${start}${FORMED}Transfer-Encoding: chunked\r\n\r\n2\r\nabcdef\r\n0\r\n\r\n`,
    'a chunk size that is none': (start) =>
      `${start}${FORMED}Transfer-Encoding: chunked\r\n\r\nzz\r\nab\r\n0\r\n\r\n`,
    'an encoding nobody knows': (start) => `${start}${FORMED}Transfer-Encoding: gzip, x\r\n\r\nab`,
    'a zero character in a header': (start) => `${start}X: a\u0000b\r\n\r\n`,
    'a header without a name': (start) => `${start}: x\r\n\r\n`,
    'a folded header': (start) => `${start}X: a\r\n b\r\n\r\n`,
    'bare line feeds': (start) => `${start.replaceAll('\r\n', '\n')}\n`,
    'headers beyond all measure': (start) => `${start}X: ${'x'.repeat(40_000)}\r\n\r\n`,
    'thousands of headers': (start) => `${start}${'X: y\r\n'.repeat(4_000)}\r\n`,
    'cookies beyond all measure': (start) => `${start}Cookie: ${'a=b; '.repeat(8_000)}\r\n\r\n`,
  };

  for (const [name, message] of Object.entries(MESSAGES)) {
    it(`are refused: ${name}`, async () => {
      for (const path of ['/token', '/par', '/register', '/userinfo', '/authorize']) {
        const answer = await rawBytes(
          senid.issuer,
          message(`POST ${path} HTTP/1.1\r\n${host}Connection: close\r\n`),
        );
        assert.match(answer, /^(HTTP\/1\.1 4\d\d |$)/, `${path}: ${answer.slice(0, 200)}`);
        assert.ok(!answer.includes('/smuggled'), answer);
      }
    });
  }

  it('are refused: a byte order mark before JSON, and members that stand twice are read once', async () => {
    const headers = { 'content-type': 'application/json' };
    const post = (body: string) =>
      rawRequest(senid.issuer, { method: 'POST', path: '/register', headers, body });
    assert.equal((await post('\ufeff{"redirect_uris":["https://a.example/"]}')).status, 400);
    const twice = await post('{"redirect_uris":[],"redirect_uris":["javascript:alert(1)"]}');
    assert.equal(twice.status, 400);
  });

  it('leave the program as it was: people log in', async () => {
    const client = await OidcClient.register(senid.issuer);
    const { claims } = await logIn(senid, client, await sharedHolder(senid));
    assert.ok(claims['sub']);
  });
});
