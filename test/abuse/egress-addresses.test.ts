import assert from 'node:assert/strict';

import fc from 'fast-check';

import { destinationOf } from '../../adapters/egress/destination.ts';
import { isPublicAddress } from '../../adapters/egress/public-address.ts';
import { addressOf, type Resolve } from '../../adapters/egress/resolve.ts';
import { EgressFailed } from '../../errors.ts';

/** Each with the name attackers know it by, where it has one. */
const CLOSED = [
  '0.0.0.0',
  '0.1.2.3',
  '10.0.0.1',
  '10.255.255.255',
  '100.64.0.1',
  '100.100.100.200', // Alibaba's metadata
  '100.127.255.255',
  '127.0.0.1',
  '127.255.255.254',
  '168.63.129.16', // Azure's
  '169.254.169.254', // almost everybody's
  '169.254.170.2', // of containers
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.192', // Oracle's
  '192.0.2.1',
  '192.88.99.1',
  '192.168.0.1',
  '198.18.0.1',
  '198.19.255.255',
  '198.51.100.7',
  '203.0.113.9',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1', // IPv4-compatible
  '::8.8.8.8',
  '::ffff:127.0.0.1', // IPv4-mapped
  '::ffff:7f00:1',
  '::ffff:8.8.8.8',
  '::ffff:0:127.0.0.1',
  '64:ff9b::7f00:1', // NAT64
  '64:ff9b::169.254.169.254',
  '64:ff9b:1::a00:1',
  '100::1',
  '2001::1', // Teredo
  '2001:10::1',
  '2001:db8::1',
  '2002:7f00:1::', // 6to4 of 127.0.0.1
  '2002:a9fe:a9fe::1',
  '2a00:1450::5efe:10.0.0.1', // ISATAP
  '2a00:1450::200:5efe:a00:1',
  '2620:4f:8000::1',
  '3fff::1',
  '5f00::1',
  'fc00::1',
  'fd00:ec2::254', // Amazon's
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
  'localhost',
  '',
  '1.2.3',
  '0x7f000001',
];

const OPEN = [
  '1.1.1.1',
  '8.8.8.8',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '126.255.255.255',
  '128.0.0.1',
  '169.253.255.255',
  '172.15.255.255',
  '172.32.0.0',
  '192.167.255.255',
  '192.169.0.0',
  '198.17.255.255',
  '198.20.0.0',
  '223.255.255.255',
  '2001:200::1',
  '2400:cb00::1',
  '2606:4700::1111',
  '2a00:1450:4001::1',
];

/** All of them are 127.0.0.1, or no relying party's: refused by how they are written. */
const ADDRESSES = [
  'http://example.com/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0177.0.0.1/',
  'https://0x7f.1/',
  'https://127.1/',
  'https://127.0.0.1./',
  'https://%31%32%37.0.0.1/',
  'https://１２７.0.0.1/',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:a9fe:a9fe]/',
  'https://169.254.169.254/latest/meta-data/',
  'https://2852039166/',
  'https://0/',
  'https://8.8.8.8:25/',
  'https://8.8.8.8:22/',
  'https://8.8.8.8:80/',
  'https://8.8.8.8:6379/',
  'https://user@8.8.8.8/',
  'https://:password@8.8.8.8/',
  'https://8.8.8.8@127.0.0.1/',
  'file:///etc/passwd',
  'ftp://8.8.8.8/',
  'gopher://8.8.8.8/',
  'data:application/json,{}',
  'unix:/run/senid/signer.sock',
  'https:///',
  'no address',
  '',
  `https://8.8.8.8/${'a'.repeat(3_000)}`,
];

const rules = (resolve: Resolve, allowed: readonly string[] = []) => ({
  allowedOrigins: new Set(allowed),
  resolvePublicly: resolve,
  resolveLocally: resolve,
});
const nobody: Resolve = async () => [];
const { signal } = new AbortController();
const refused = (error: unknown) => error instanceof EgressFailed && error.reason === 'refused';

describe('where SenID sends nothing:', () => {
  for (const address of CLOSED) {
    it(`"${address}" is no public address`, () => assert.equal(isPublicAddress(address), false));
  }
  for (const address of OPEN) {
    it(`"${address}" is one`, () => assert.equal(isPublicAddress(address), true));
  }
  for (const address of ADDRESSES) {
    it(`refuses "${address.slice(0, 60)}"`, async () => {
      await assert.rejects(destinationOf(address, rules(nobody), signal), refused);
    });
  }

  it('refuses a name when any of its addresses is out of place', async () => {
    for (const found of [
      ['10.0.0.1'],
      ['8.8.8.8', '127.0.0.1'],
      ['2a00:1450::1', '::1'],
      ['8.8.8.8', '::ffff:10.0.0.1'],
    ]) {
      const resolve: Resolve = async () => found.map(addressOf);
      await assert.rejects(destinationOf('https://rp.example/', rules(resolve), signal), refused);
    }
    const resolve: Resolve = async () => [addressOf('8.8.8.8'), addressOf('2a00:1450::1')];
    const { addresses } = await destinationOf('https://rp.example/', rules(resolve), signal);
    assert.equal(addresses.length, 2);
  });

  it('lets an allowed origin through by exactly that origin', async () => {
    const allowed = rules(async () => [addressOf('127.0.0.1')], ['http://localhost:8080']);
    await destinationOf('http://localhost:8080/jwks?x=1', allowed, signal);
    for (const other of [
      'https://localhost:8080/',
      'http://localhost:8081/',
      'http://localhost./',
      'http://127.0.0.1:8080/',
      'http://localhost:8080@127.0.0.1/',
      'http://user@localhost:8080/',
      'http://localhost:8080.evil.example/',
    ]) {
      await assert.rejects(destinationOf(other, allowed, signal), refused, other);
    }
  });

  it('takes no IPv4 address in disguise, whichever it is', () => {
    fc.assert(
      fc.property(fc.ipV4(), (v4) => {
        const [a = 0, b = 0, c = 0, d = 0] = v4.split('.').map(Number);
        const hex = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
        for (const prefix of ['::', '::ffff:', '::ffff:0:', '64:ff9b::', '64:ff9b:1::', 'fe80::']) {
          assert.equal(isPublicAddress(prefix + v4), false);
          assert.equal(isPublicAddress(prefix + hex), false);
        }
        assert.equal(isPublicAddress(`2002:${hex}::1`), false);
        assert.equal(isPublicAddress(`2a00:1::5efe:${v4}`), false);
      }),
    );
  });

  it('reads any spelling of an IPv4 address as the address it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.ipV4(), fc.constantFrom(10, 16, 8), async (v4, base) => {
        const number = v4.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
        const prefix = { 8: '0', 10: '', 16: '0x' }[base] ?? '';
        const host = prefix + number.toString(base);
        const going = destinationOf(`https://${host}/`, rules(nobody), signal);
        if (isPublicAddress(v4)) assert.equal((await going).addresses[0]?.address, v4);
        else await assert.rejects(going, refused);
      }),
    );
  });

  it('takes of IPv6 nothing outside global unicast', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const first = Number.parseInt(address.split(':')[0] || '0', 16);
        if (first < 0x2000 || first > 0x3fff) assert.equal(isPublicAddress(address), false);
      }),
    );
  });
});
