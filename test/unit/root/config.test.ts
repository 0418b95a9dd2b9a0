import assert from 'node:assert/strict';

import { readConfig } from '../../../config.ts';
import { environmentSchema } from '../../../environment.ts';
import { CannotStart } from '../../../errors.ts';

/** All that production cannot do without. */
const production = {
  SENID_MODE: 'production',
  ISSUER: 'https://id.example.vn',
  SMS_GATEWAY_URL: 'https://sms.example.vn/messages',
  MAIL_GATEWAY_URL: 'https://mail.example.vn/messages',
};

describe('The configuration', () => {
  it('needs no environment at all', () => {
    assert.deepEqual(readConfig({}), {
      mode: 'sandbox',
      profile: undefined,
      issuer: 'http://localhost:3000',
      port: 3000,
      host: 'localhost',
      register: { engine: 'sqlite', file: './data/register.db' },
      protocol: { engine: 'sqlite', file: './data/protocol.db' },
      dataFolder: './data/',
      tls: undefined,
      mutualTls: undefined,
      trustedProxyHops: 0,
      secretsFile: './.secrets/senid.json',
      resourceServersFile: undefined,
      signerSocket: undefined,
      jwksMaxAgeSeconds: 300,
      logLevel: 'info',
      draftedEligibility: false,
      egressAllow: [],
      samples: { bank: 3001, landlord: 3002, portal: 3003 },
      registers: { url: 'http://localhost:3004', tokenFile: undefined },
      gateways: undefined,
      simulator: { port: 3004, folder: './data/simulator' },
      drainSeconds: 0,
      metrics: { port: undefined, host: '127.0.0.1', token: undefined },
    });
  });

  it('has a conformance profile in a sandbox alone, with the keys in the register', () => {
    const profile = { SENID_PROFILE: 'conformance' };
    assert.equal(readConfig(profile).profile, 'conformance');
    for (const environment of [
      { ...production, ...profile },
      { ...profile, SENID_SIGNER: 'unix:/run/senid/signer.sock' },
      { SENID_PROFILE: 'certification' },
    ]) {
      assert.throws(() => readConfig(environment), CannotStart);
    }
  });

  it('drains at once in a sandbox, and gives a load balancer five seconds in production', () => {
    assert.equal(readConfig({}).drainSeconds, 0);
    assert.equal(readConfig(production).drainSeconds, 5);
    assert.equal(readConfig({ ...production, SENID_DRAIN_SECONDS: '0' }).drainSeconds, 0);
    assert.equal(readConfig({ SENID_DRAIN_SECONDS: '12' }).drainSeconds, 12);
  });

  it('takes the port from the issuer, and another one when it is named', () => {
    assert.equal(readConfig({ ISSUER: 'http://localhost:4000' }).port, 4000);
    assert.equal(readConfig({ ISSUER: 'http://localhost' }).port, 80);
    const elsewhere = { SENID_MODE: 'sandbox', ISSUER: 'https://id.example.vn' };
    assert.equal(readConfig(elsewhere).port, 443);
    assert.equal(readConfig({ ...elsewhere, PORT: '8080' }).port, 8080);
  });

  it('gives out the issuer as an origin', () => {
    const { issuer } = readConfig({ SENID_MODE: 'sandbox', ISSUER: 'https://ID.Example.vn:443/' });
    assert.equal(issuer, 'https://id.example.vn');
  });

  it('keeps both stores in the folder of the register', () => {
    const files = (url: string) => {
      const { register, protocol, dataFolder } = readConfig({ DATABASE_URL: url });
      return { register, protocol, dataFolder };
    };
    assert.deepEqual(files('sqlite:/var/lib/senid/people.db'), {
      register: { engine: 'sqlite', file: '/var/lib/senid/people.db' },
      protocol: { engine: 'sqlite', file: '/var/lib/senid/protocol.db' },
      dataFolder: '/var/lib/senid/',
    });
    assert.deepEqual(files('sqlite:people.db'), {
      register: { engine: 'sqlite', file: 'people.db' },
      protocol: { engine: 'sqlite', file: './protocol.db' },
      dataFolder: './',
    });
  });

  it('goes beyond one machine by two addresses alone', () => {
    const DATABASE_URL = 'postgres://senid@db/senid';
    const { register, protocol, dataFolder } = readConfig({ DATABASE_URL, REDIS_URL: 'redis://r' });
    assert.deepEqual(register, { engine: 'postgres', url: DATABASE_URL });
    assert.deepEqual(protocol, { engine: 'redis', url: 'redis://r' });
    assert.equal(dataFolder, undefined);
    assert.throws(() => readConfig({ DATABASE_URL }), /REDIS_URL is needed/);
    const cluster = 'redis://one:1,redis://two:2';
    assert.deepEqual(readConfig({ REDIS_URL: cluster }).protocol, {
      engine: 'redis',
      url: cluster,
    });
    assert.throws(() => readConfig({ REDIS_URL: 'http://r' }), CannotStart);
    assert.throws(() => readConfig({ REDIS_URL: 'redis://one,http://two' }), CannotStart);
    const sentinel = 'redis+sentinel://a:1,b:2/mymaster';
    for (const url of ['rediss://u:p@h:1/2', sentinel, `${sentinel}/3`, `${sentinel}/3?wait=1`]) {
      assert.deepEqual(readConfig({ REDIS_URL: url }).protocol, { engine: 'redis', url });
    }
  });

  it('takes a variable that is set to nothing as not set', () => {
    const empty = Object.fromEntries(
      Object.keys(environmentSchema.shape).map((name) => [name, '']),
    );
    assert.deepEqual(readConfig(empty), readConfig({}));
  });

  it('starts sample relying parties in a sandbox only, and on the ports it is told', () => {
    assert.equal(readConfig({ SENID_SAMPLES: 'off' }).samples, undefined);
    assert.equal(readConfig({ ...production, SENID_SAMPLES: 'on' }).samples, undefined);
    assert.deepEqual(readConfig({ SENID_SAMPLE_PORTS: '1,22,65535' }).samples, {
      bank: 1,
      landlord: 22,
      portal: 65_535,
    });
  });

  const refused: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['SENID_MODE', { SENID_MODE: 'demo' }],
    ['ISSUER', { ISSUER: 'localhost:3000' }],
    ['ISSUER', { ISSUER: 'ftp://localhost' }],
    ['ISSUER', { ISSUER: 'http://localhost:3000/op' }],
    ['ISSUER', { ISSUER: 'http://localhost:3000/?a' }],
    ['ISSUER', { SENID_MODE: 'production', ISSUER: 'http://id.example.vn' }],
    ['ISSUER', { SENID_MODE: 'production' }],
    // Nobody has a sandbox on the internet by forgetting one variable.
    ['SENID_MODE', { ISSUER: 'https://id.example.vn' }],
    ['SENID_MODE', { SENID_MODE: '', ISSUER: 'http://192.0.2.1:3000' }],
    ['SENID_MODE', { ISSUER: 'https://localhost.example.vn' }],
    ['PORT', { PORT: '70000' }],
    ['PORT', { PORT: 'http' }],
    ['PORT', { PORT: '3000.5' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/senid' }],
    ['DATABASE_URL', { DATABASE_URL: 'sqlite:' }],
    ['TRUSTED_PROXY_HOPS', { TRUSTED_PROXY_HOPS: '-1' }],
    ['TRUSTED_PROXY_HOPS', { TRUSTED_PROXY_HOPS: 'all' }],
    ['SENID_LOG_LEVEL', { SENID_LOG_LEVEL: 'loud' }],
    ['SENID_SAMPLES', { SENID_SAMPLES: 'yes' }],
    ['SENID_SAMPLE_PORTS', { SENID_SAMPLE_PORTS: '3001,3002' }],
    ['SENID_DRAIN_SECONDS', { SENID_DRAIN_SECONDS: 'long' }],
    ['METRICS_PORT', { METRICS_PORT: '0' }],
    ['METRICS_TOKEN', { METRICS_TOKEN: 'too short' }],
  ];
  for (const [name, environment] of refused) {
    it(`is refused in one line that names ${name}: ${JSON.stringify(environment)}`, () => {
      assert.throws(
        () => readConfig(environment),
        isOneLine(new RegExp(`^configuration: ${name} `)),
      );
    });
  }

  it('names everything that is wrong at once', () => {
    const wrong = { PORT: 'x', SENID_SAMPLES: 'x', DATABASE_URL: 'x' };
    assert.throws(
      () => readConfig(wrong),
      isOneLine(/PORT .*; DATABASE_URL .*; SENID_SAMPLES |PORT .*DATABASE_URL .*SENID_SAMPLES /),
    );
  });

  it('explains every variable', () => {
    for (const [name, schema] of Object.entries(environmentSchema.shape)) {
      assert.ok((schema.description ?? '').length > 10, name);
    }
  });
});

function isOneLine(pattern: RegExp) {
  return (error: unknown) => {
    assert.ok(error instanceof CannotStart, String(error));
    assert.match(error.message, pattern);
    assert.doesNotMatch(error.message, /\n/);
    return true;
  };
}
