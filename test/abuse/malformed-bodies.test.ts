import type { RawRequest } from '../support/oidc-client-raw.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { sharedSenid } from '../support/session-server.ts';
import { assertRefused, FORM, words } from './refused.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const MEGABYTE = 'x'.repeat(1024 * 1024);
const TYPES = ['text/plain', 'multipart/form-data; boundary=x', 'application/xml', 'x', ''];
const NO_METADATA = [
  'null',
  '1',
  '[]',
  '"x"',
  '{',
  '',
  '{"__proto__":{"x":1}}',
  '['.repeat(20_000),
];
const NO_FORMS = [
  Buffer.from([0x61, 0x3d, 0xff, 0xfe, 0xc0]),
  'a=%ff%fe',
  'a=%',
  'a=%u0041',
  '&&&===&',
  '%00=%00',
];

describe('bodies that are too large, or not what they say', () => {
  let senid: SenidProcess;

  before(async () => {
    senid = await sharedSenid();
  });

  const posting = (path: string) => (headers: RawRequest['headers'], body: string | Buffer) =>
    assertRefused(senid.issuer, { method: 'POST', path, headers: headers ?? {}, body });

  for (const path of words(
    '/token /par /introspect /revoke /register /userinfo /logout/confirm /authorize /interaction/x/sign-in',
  )) {
    it(`are refused at ${path}: a megabyte, with an answer and not by hanging up`, async () => {
      const post = posting(path);
      for (const type of [FORM, JSON_TYPE]) {
        await post({ ...type, 'content-length': String(MEGABYTE.length) }, MEGABYTE);
        await post({ ...type, 'transfer-encoding': 'chunked' }, MEGABYTE);
      }
    });

    it(`are refused at ${path}: other types, broken JSON, text that is no UTF-8`, async () => {
      const post = posting(path);
      for (const type of TYPES) await post({ 'content-type': type }, '{"a":[');
      for (const body of NO_METADATA) await post(JSON_TYPE, body);
      for (const body of NO_FORMS) await post(FORM, body);
      await post({ ...FORM, 'content-encoding': 'gzip' }, 'x');
      await post({ 'content-type': `${FORM['content-type']}; charset=x-none` }, 'a=b');
    });
  }
});
