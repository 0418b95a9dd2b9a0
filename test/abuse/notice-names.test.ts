import assert from 'node:assert/strict';

import fc from 'fast-check';

import { personWritten } from '../../enrolment/notices/plain-words.ts';
import { composedSamples } from '../support/notice-samples.ts';

const HOSTILE = [
  'An\r\nBcc: everybody@example.vn\r\n\r\nYou have won',
  'https://evil.example/login',
  'evil.com',
  'evil。com',
  'evil．com/pay',
  'www.evil.vn',
  'mailto:a@evil.vn',
  'javascript:alert(1)',
  '<a href="https://evil.vn">SenID</a>',
  '[SenID](https://evil.vn)',
  '\u202Emoc.live\u202C',
  '\u2066\u2069\u200B\u200D\uFEFFAn',
  'An\u0000\u0008\u001B[31m',
  'tel:0900000011',
  'Gọi 0900 000 011 ngay',
  '099090000011',
  '0 9 9-0.9(0)0 0 0 0 1 1',
  'a'.repeat(5_000),
  `A${'\u0301'.repeat(400)}`,
  '${process.env.PATH} %s {name}',
];

const DANGEROUS = /[\p{C}\p{Zl}\p{Zp}<>@:/\\[\]{}%$]|[.,。．｡][\p{L}\p{Nd}]|\p{Nd}{6}/u;

describe('what people wrote, in messages of ours', () => {
  it('becomes harmless, and stays what it was where it was', () => {
    for (const name of HOSTILE) assert.doesNotMatch(personWritten(name), DANGEROUS, name);
    for (const name of [
      'Nguyễn Văn An',
      "O'Brien, J. (Jr)",
      'Windows Hello 2',
      'KIM MIN JUN',
      '林志玲',
    ]) {
      assert.equal(personWritten(name), name);
    }
  });

  it('is never longer than a name, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const said = personWritten(name);
        assert.ok(Array.from(said).length <= 60);
        assert.doesNotMatch(said, DANGEROUS);
      }),
      { numRuns: 200 },
    );
  });

  it('breaks no message, and brings no link into one', () => {
    for (const name of HOSTILE) {
      for (const locale of ['vi', 'en'] as const) {
        const quiet = composedSamples('X', { channel: 'email', locale });
        const mails = composedSamples(name, { channel: 'email', locale });
        for (const [place, { kind, subject, text }] of mails.entries()) {
          assert.equal(subject, quiet[place]?.subject, kind);
          assert.equal(text.split('\n').length, quiet[place]?.text.split('\n').length, kind);
          assert.doesNotMatch(text, /evil[.,]\p{L}|@/u, kind);
        }
      }
    }
  });

  it('stands in no text message at all', () => {
    for (const locale of ['vi', 'en'] as const) {
      assert.deepEqual(
        composedSamples('Mallory', { channel: 'sms', locale }),
        composedSamples('Trent', { channel: 'sms', locale }),
      );
    }
  });
});
