import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { openGateways } from '../../adapters/gateways/open-gateways.ts';
import { openStateRegisters } from '../../adapters/registers/open-state-registers.ts';
import { MessageNotSent } from '../../errors.ts';

const NUMBER = '099188000093';
const CITIZEN = {
  number: NUMBER,
  name: 'Lê Thị Mai',
  birthdate: '1988-09-14',
  sex: 'female',
  address: { streetAddress: '1', locality: 'a', region: 'b', country: 'VN' },
  card: { number: NUMBER, issued: '2022-01-01', expiry: '2032-01-01', status: 'valid' },
  alive: true,
  hasBiometrics: true,
};
const NONSENSE = { kind: 'unknown', reason: 'nonsense' };
const PATIENCE = { attemptMs: 3_000, totalMs: 5_000, attempts: 2 };

/** Whoever took over a register, or stands between: it answers as it is told. */
class HostileRegister {
  readonly asked: { readonly url: string; readonly headers: object; readonly body: string }[] = [];
  answer: (response: ServerResponse, request: IncomingMessage) => void = () => {};
  readonly #server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      this.asked.push({ url: request.url ?? '', headers: request.headers, body });
      this.answer(response, request);
    });
  });

  async start(): Promise<void> {
    this.#server.listen(0, 'localhost');
    await once(this.#server, 'listening');
  }

  get url(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  says(record: object): void {
    this.answer = (response) => response.end(JSON.stringify({ result: 'found', record }));
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

describe('A register that lies', () => {
  let register: HostileRegister;
  let other: HostileRegister;
  beforeEach(async () => {
    register = new HostileRegister();
    other = new HostileRegister();
    await Promise.all([register.start(), other.start()]);
  });
  afterEach(() => {
    register.stop();
    other.stop();
  });

  const open = () =>
    openStateRegisters({
      url: register.url,
      clock: Date.now,
      patience: PATIENCE,
      token: () => 'token-of-ours',
    });
  const find = () => open().population.findCitizen(NUMBER);

  it('is believed when all it says is in order', async () => {
    register.says(CITIZEN);
    assert.equal((await find()).kind, 'found');
  });

  const names = [
    'Mai\u0000',
    'Mai\r\nSet-Cookie: a=b',
    '\u202EiaM',
    'Mai\u200B',
    'Mai\u2028',
    '<script>alert(1)</script>',
    'Mai {{7*7}}',
    'M'.repeat(201),
    '',
    42,
    null,
    ['Mai'],
  ];
  for (const name of names) {
    it(`is not believed a name like ${JSON.stringify(name).slice(0, 40)}`, async () => {
      register.says({ ...CITIZEN, name });
      assert.deepEqual(await find(), NONSENSE);
    });
  }

  it('is not believed anything else that is out of order', async () => {
    const address = { ...CITIZEN.address, streetAddress: 'Số 1\u0007' };
    const card = { ...CITIZEN.card, expiry: '2032-02-31' };
    for (const wrong of [
      { number: '099090000011' },
      { number: `${NUMBER}'; DROP TABLE people` },
      { birthdate: '1988-13-01' },
      { birthdate: 'tomorrow' },
      { sex: 'yes' },
      { alive: 'true' },
      { hasBiometrics: 1 },
      { address },
      { address: { ...CITIZEN.address, country: 'Viet Nam' } },
      { card },
      { card: { ...CITIZEN.card, status: 'excellent' } },
    ]) {
      register.says({ ...CITIZEN, ...wrong });
      assert.deepEqual(await find(), NONSENSE, JSON.stringify(wrong));
    }
  });

  it('adds nothing to a record: what was not agreed is not there', async () => {
    const more = { level: 2, isAdmin: true, religion: 'x', constructor: {} };
    register.answer = (response) => {
      const record = JSON.stringify({ ...CITIZEN, ...more });
      response.end(`{"result":"found","record":${record.replace('{', '{"__proto__":{"a":1},')}}`);
    };
    const found = await find();
    assert.ok(found.kind === 'found');
    assert.deepEqual(Object.keys(found.value).toSorted(), Object.keys(CITIZEN).toSorted());
    assert.equal(Object.getPrototypeOf(found.value), Object.prototype);
  });

  it('leads nobody elsewhere: a redirect is no answer, and its address is not asked', async () => {
    for (const status of [301, 302, 303, 307, 308]) {
      register.answer = (response) => {
        response.writeHead(status, { location: `${other.url}/population/citizens` }).end();
      };
      other.says(CITIZEN);
      assert.deepEqual(await find(), NONSENSE);
    }
    assert.equal(other.asked.length, 0);
  });

  it('cannot fill the memory: an endless answer is cut off', async () => {
    let sent = 0;
    register.answer = (response) => {
      const chunk = Buffer.alloc(64 * 1024, 0x20);
      const more = () => {
        while (!response.destroyed && sent < 64 * 1024 * 1024) {
          sent += chunk.length;
          if (!response.write(chunk)) return void response.once('drain', more);
        }
        return undefined;
      };
      more();
    };
    assert.deepEqual(await find(), NONSENSE);
    assert.ok(sent < 16 * 1024 * 1024, `${sent} bytes were taken`);
  });

  it('cannot say that somebody is not there by a status, an empty page or a login form', async () => {
    for (const [status, body] of [
      [404, ''],
      [200, ''],
      [204, ''],
      [200, '<html>Please sign in</html>'],
      [200, '{"result":"not found"}'],
      [200, 'null'],
      [410, '{"result":"not_found"}'],
    ] as const) {
      register.answer = (response) => void response.writeHead(status).end(body);
      assert.equal((await find()).kind, 'unknown', `${status} ${body}`);
    }
  });

  it('cannot flood a feed, nor tell of a change that is none', async () => {
    const event = { position: '1', at: 1, number: NUMBER, change: 'died' };
    const told = async (events: unknown) => {
      register.answer = (response) => response.end(JSON.stringify({ events }));
      return open().feed.events('population', '', 2);
    };
    assert.equal((await told([event, event])).kind, 'found');
    assert.deepEqual(await told([event, event, event]), NONSENSE);
    assert.deepEqual(await told([{ ...event, change: 'promoted' }]), NONSENSE);
    assert.deepEqual(await told([{ ...event, position: '1\n2' }]), NONSENSE);
    assert.deepEqual(await told({}), NONSENSE);
  });

  it('never finds a number or a passport in an address, and the token in a header alone', async () => {
    register.answer = (response) => response.end('{"result":"not_found"}');
    const { population, immigration, civilStatus, organisations, matcher } = open();
    const sample = { kind: 'face', mediaType: 'image/png', bytes: new Uint8Array([1]) } as const;
    await population.findCitizen(NUMBER);
    await immigration.findForeigner({ passport: 'M00000107' });
    await immigration.findForeigner({ number: 'F00000000107' });
    await civilStatus.guardiansOf(NUMBER);
    await organisations.findOrganisation('0999000010');
    await matcher.match({ requestId: 'r', register: 'population', number: NUMBER, sample });
    assert.equal(register.asked.length, 6);
    for (const { url, headers, body } of register.asked) {
      assert.match(url, /^\/[a-z/-]+$/);
      assert.ok(!body.includes('token-of-ours'));
      const { authorization, ...rest } = headers as Record<string, string>;
      assert.equal(authorization, 'Bearer token-of-ours');
      assert.doesNotMatch(JSON.stringify(rest), /0991880|F0000|M0000|09990/);
    }
  });
});

describe('A gateway that lies', () => {
  it('has not taken a message unless it says so, and the error names nobody', async () => {
    const gateway = new HostileRegister();
    await gateway.start();
    const place = { base: `${gateway.url}/messages` };
    const messages = openGateways({
      sms: place,
      mail: place,
      clock: Date.now,
      patience: PATIENCE,
    });
    const message = {
      channel: 'sms',
      destination: '+84900000093',
      subject: undefined,
      text: 'SenID: 123456',
    } as const;
    for (const [status, body] of [
      [200, 'OK'],
      [302, ''],
      [400, '{"result":"accepted"}'],
      [500, '{"result":"accepted"}'],
    ] as const) {
      gateway.answer = (response) => void response.writeHead(status).end(body);
      await assert.rejects(messages.send(message), (error: unknown) => {
        assert.ok(error instanceof MessageNotSent);
        assert.doesNotMatch(`${error.stack}${JSON.stringify(error)}`, /8490|123456/);
        return true;
      });
    }
    gateway.answer = (response) => void response.writeHead(202).end('{"result":"accepted"}');
    await messages.send(message);
    for (const { url } of gateway.asked) assert.equal(url, '/messages');
    gateway.stop();
  });
});
