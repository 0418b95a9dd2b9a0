import assert from 'node:assert/strict';

import { composeMessage } from '../../../enrolment/notices/at-once.ts';
import { createOutbox } from '../../../adapters/outbox.ts';
import { inShortAlphabet } from '../../../enrolment/notices/short-alphabet.ts';
import { freshBench } from '../../contract/engine.ts';
import { openSqliteBench } from '../../support/sqlite-bench.ts';

const content = { kind: 'one_time_code', code: '048213', validMinutes: 5 } as const;
const sms = { channel: 'sms', destination: '+84900000011' } as const;
const mail = { channel: 'email', destination: 'an@example.vn' } as const;

describe('messages', () => {
  for (const locale of ['vi', 'en'] as const) {
    it(`give the code, its time and the warning, and no link (${locale})`, () => {
      for (const contact of [sms, mail]) {
        const { text, channel, destination } = composeMessage(contact, content, locale);
        assert.deepEqual({ channel, destination }, contact);
        assert.match(text, /048213/);
        assert.match(text, /5/);
        assert.match(inShortAlphabet(text), locale === 'vi' ? /Khong chia se/ : /Never share/);
        assert.doesNotMatch(text, /https?:|www\.|\.vn|\.com/);
      }
    });
  }

  it('have a subject in mails only', () => {
    assert.equal(composeMessage(sms, content, 'vi').subject, undefined);
    assert.doesNotMatch(composeMessage(mail, content, 'vi').subject ?? '048213', /048213/);
  });
});

describe('outbox', () => {
  const bench = freshBench(openSqliteBench);

  it('shows the newest first and forgets the oldest', async () => {
    let now = 0;
    const store = bench().stores.ephemerals;
    const outbox = createOutbox({ store, clock: () => (now += 1), capacity: 3 });
    for (const code of ['1', '2', '3', '4', '5']) {
      await outbox.send(composeMessage(sms, { ...content, code }, 'en'));
    }
    const list = await outbox.list();
    assert.deepEqual(
      list.map(({ sentAt }) => sentAt),
      [5, 4, 3],
    );
    assert.match(list[0]?.text ?? '', /is 5,/);
  });
});
