import assert from 'node:assert/strict';

import { readConfig } from '../../../config.ts';
import { CannotStart } from '../../../errors.ts';

const gateways = {
  SMS_GATEWAY_URL: 'https://sms.example.vn/messages',
  MAIL_GATEWAY_URL: 'https://mail.example.vn/',
};
const production = {
  SENID_MODE: 'production',
  ISSUER: 'https://id.example.vn',
  ...gateways,
};

function refuses(environment: Readonly<Record<string, string>>, line: RegExp): void {
  assert.throws(
    () => readConfig(environment),
    (error: unknown) => {
      assert.ok(error instanceof CannotStart);
      assert.match(error.message, line);
      assert.ok(!error.message.includes('\n'));
      return true;
    },
  );
}

describe('The configuration of the systems outside', () => {
  it('has a simulator of the registers in a sandbox, beside the data, on the port it is told', () => {
    const config = readConfig({ DATABASE_URL: 'sqlite:/var/x/a.db', SENID_SIMULATOR_PORT: '4004' });
    assert.deepEqual(config.simulator, { port: 4004, folder: '/var/x/simulator' });
    assert.equal(config.registers?.url, 'http://localhost:4004');
  });

  it('has none when it is switched off, or when others are named', () => {
    const off = readConfig({ SENID_SIMULATOR: 'off' });
    assert.deepEqual([off.simulator, off.registers], [undefined, undefined]);
    const named = readConfig({ STATE_REGISTERS_URL: 'http://registers.test:8080/' });
    assert.equal(named.simulator, undefined);
    assert.deepEqual(named.registers, { url: 'http://registers.test:8080', tokenFile: undefined });
  });

  it('demands both gateways in production, and no registers', () => {
    const config = readConfig(production);
    assert.deepEqual(config.gateways, {
      sms: { url: 'https://sms.example.vn/messages', tokenFile: undefined },
      mail: { url: 'https://mail.example.vn', tokenFile: undefined },
    });
    assert.deepEqual([config.simulator, config.registers], [undefined, undefined]);
    const bare = { SENID_MODE: 'production', ISSUER: 'https://id.example.vn' };
    refuses(bare, /production needs SMS_GATEWAY_URL and MAIL_GATEWAY_URL$/);
    refuses(
      { ...bare, SMS_GATEWAY_URL: gateways.SMS_GATEWAY_URL },
      /production needs MAIL_GATEWAY_URL$/,
    );
  });

  it('demands https of all of them in production', () => {
    for (const name of ['SMS_GATEWAY_URL', 'MAIL_GATEWAY_URL', 'STATE_REGISTERS_URL']) {
      refuses(
        { ...production, [name]: 'http://inside.example.vn' },
        new RegExp(`${name} must be https in production`),
      );
    }
  });

  it('takes no half of a setting, and no address with a secret in it', () => {
    refuses({ SMS_GATEWAY_URL: 'http://localhost:9' }, /MAIL_GATEWAY_URL need each other/);
    refuses({ MAIL_GATEWAY_TOKEN_FILE: '/x' }, /MAIL_GATEWAY_TOKEN_FILE needs MAIL_GATEWAY_URL/);
    refuses(
      { STATE_REGISTERS_URL: 'https://user:secret@registers.test' },
      /STATE_REGISTERS_URL must be an address without credentials/,
    );
    refuses(
      { STATE_REGISTERS_URL: 'https://registers.test/api' },
      /STATE_REGISTERS_URL must be an origin/,
    );
  });
});
