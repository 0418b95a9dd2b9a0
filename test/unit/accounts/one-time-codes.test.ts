import assert from 'node:assert/strict';

import type { Account } from '../../../accounts/account.ts';
import type { Message } from '../../../accounts/messages.ts';
import { createOneTimeCodes, SENDING_LIMITS } from '../../../accounts/one-time-codes.ts';
import { createMessenger } from '../../../enrolment/notices/at-once.ts';
import { freshAccountBench } from './account-bench.ts';

describe('one-time codes', function () {
  this.timeout(20_000);
  const bench = freshAccountBench();

  function desk(limits = SENDING_LIMITS) {
    const { stores, clock } = bench();
    /** Newest first. */
    const sent: Message[] = [];
    const codes = createOneTimeCodes({
      ephemeral: stores.ephemerals,
      accounts: stores.accounts,
      messages: createMessenger({ send: async (message) => void sent.unshift(message) }),
      key: Buffer.alloc(32, 7),
      clock,
      limits,
    });
    const newest = () => /\d{6}/.exec(sent[0]?.text ?? '')?.[0] ?? '';
    const send = (account: Account, journeyId = 'j1') =>
      codes.send({ journeyId, account, locale: 'vi' });
    const answer = (account: Account, code: string, journeyId = 'j1') =>
      codes.verify({ journeyId, accountId: account.id, code });
    return { sent, newest, send, answer };
  }
  const wrongTo = (code: string) => (code === '000000' ? '000001' : '000000');

  it('go out with what the page needs to know, and are accepted once', async () => {
    const { send, answer, newest } = desk();
    const account = await bench().person({ phone: '+84900000011' });
    assert.deepEqual(await send(account), {
      kind: 'sent',
      channel: 'sms',
      maskedDestination: '•••••••011',
      expiresAt: bench().clock() + 300_000,
    });
    assert.deepEqual(await answer(account, newest()), { kind: 'ok', channel: 'sms' });
    assert.deepEqual(await answer(account, newest()), { kind: 'expired' });
  });

  it('may be typed with spaces', async () => {
    const { send, answer, newest } = desk();
    const account = await bench().person();
    await send(account);
    const { kind } = await answer(account, ` ${newest().slice(0, 3)} ${newest().slice(3)} `);
    assert.equal(kind, 'ok');
  });

  it('are worth nothing before they are sent, after five minutes, elsewhere, or for somebody else', async () => {
    const { send, answer, newest } = desk();
    const [account, somebodyElse] = [await bench().person(), await bench().person()];
    assert.deepEqual(await answer(account, '123456'), { kind: 'expired' });
    await send(account);
    assert.deepEqual(await answer(account, newest(), 'j2'), { kind: 'expired' });
    assert.deepEqual(await answer(somebodyElse, newest()), { kind: 'expired' });
    bench().elapse(300);
    assert.deepEqual(await answer(account, newest()), { kind: 'expired' });
  });

  it('leave five attempts, and count those left', async () => {
    const { send, answer, newest } = desk();
    const account = await bench().person();
    await send(account);
    const wrong = wrongTo(newest());
    for (const attemptsLeft of [4, 3, 2, 1]) {
      assert.deepEqual(await answer(account, wrong), { kind: 'wrong', attemptsLeft });
    }
    assert.deepEqual(await answer(account, wrong), { kind: 'exhausted' });
    assert.deepEqual(await answer(account, newest()), { kind: 'exhausted' });
  });

  it('are replaced by the next one, with attempts of its own', async () => {
    const { send, answer, newest } = desk();
    const account = await bench().person();
    await send(account);
    const first = newest();
    for (let attempt = 0; attempt < 5; attempt += 1) await answer(account, wrongTo(first));
    await send(account);
    if (first !== newest()) {
      assert.deepEqual(await answer(account, first), { kind: 'wrong', attemptsLeft: 4 });
    }
    assert.equal((await answer(account, newest())).kind, 'ok');
  });

  it('succeed once however many right answers come at once', async () => {
    const { send, answer, newest } = desk();
    const account = await bench().person();
    await send(account);
    const answers = Array.from({ length: 30 }, () => answer(account, newest()));
    const kinds = (await Promise.all(answers)).map(({ kind }) => kind);
    assert.equal(kinds.filter((kind) => kind === 'ok').length, 1);
  });

  it('look at five answers however many wrong ones come at once', async () => {
    const { send, answer, newest } = desk();
    const account = await bench().person();
    await send(account);
    const wrong = wrongTo(newest());
    const verdicts = await Promise.all(Array.from({ length: 50 }, () => answer(account, wrong)));
    const looked = verdicts.filter(({ kind }) => kind === 'wrong');
    assert.equal(looked.length, 4);
    assert.ok(verdicts.every(({ kind }) => kind === 'wrong' || kind === 'exhausted'));
    assert.deepEqual(await answer(account, newest()), { kind: 'exhausted' });
  });

  it('are sent three times in ten minutes and one journey', async () => {
    const { send } = desk();
    const account = await bench().person();
    for (let sending = 0; sending < 3; sending += 1)
      assert.equal((await send(account)).kind, 'sent');
    bench().elapse(60);
    assert.deepEqual(await send(account), { kind: 'limited', retryAfterSeconds: 540 });
    bench().elapse(540);
    assert.equal((await send(account)).kind, 'sent');
  });

  it('are bounded per person and day, also for who waits between the guesses', async () => {
    const { send } = desk({ perJourney: 3, perAccount: 2, perAccountAndDay: 4 });
    const account = await bench().person();
    for (const journey of ['a', 'b', 'c', 'd']) {
      assert.equal((await send(account, journey)).kind, 'sent');
      bench().elapse(600);
    }
    const refused = await send(account, 'e');
    assert.ok(refused.kind === 'limited' && refused.retryAfterSeconds > 80_000);
  });

  it('are bounded per person over all journeys, until one was answered', async () => {
    const { send, answer, newest } = desk({ perJourney: 3, perAccount: 4, perAccountAndDay: 40 });
    const account = await bench().person();
    for (const journey of ['a', 'b', 'c', 'd'])
      assert.equal((await send(account, journey)).kind, 'sent');
    assert.equal((await send(account, 'e')).kind, 'limited');
    assert.equal((await answer(account, newest(), 'd')).kind, 'ok');
    assert.equal((await send(account, 'f')).kind, 'sent');
  });

  it('hold no more sendings than allowed when asked for many at once', async () => {
    const { send, sent } = desk();
    const account = await bench().person();
    await Promise.all(Array.from({ length: 20 }, () => send(account)));
    assert.equal(sent.length, 3);
  });

  it('go by mail where there is no phone, and nowhere where there is neither', async () => {
    const { send, sent } = desk();
    const byMail = await bench().person({ phone: undefined, email: 'linh.dao@example.vn' });
    const sending = await send(byMail);
    assert.ok(sending.kind === 'sent');
    assert.deepEqual(
      [sending.channel, sending.maskedDestination, sent[0]?.destination],
      ['email', 'l•••@example.vn', 'linh.dao@example.vn'],
    );
    const unreachable = await bench().person({ phone: undefined, email: undefined });
    assert.deepEqual(await send(unreachable), { kind: 'no_destination' });
  });

  it('go to the guardian of a child, never to the child', async () => {
    const { send, sent } = desk();
    const guardian = await bench().person({ phone: '+84900000099' });
    const child = { birthdate: '2016-01-01', phone: '+84900000088', guardianId: guardian.id };
    await send(await bench().person(child));
    assert.equal(sent[0]?.destination, '+84900000099');
    const orphan = await bench().person({ ...child, guardianId: undefined });
    assert.deepEqual(await send(orphan), { kind: 'no_destination' });
    const grown = await bench().person({ ...child, birthdate: '2012-01-01' });
    await send(grown, 'j3');
    assert.equal(sent[0]?.destination, '+84900000088');
  });

  it('are kept as a keyed hash only', async () => {
    const { send, newest } = desk();
    const account = await bench().person();
    await send(account);
    const stored = await bench().stores.ephemerals.get('one-time-code', `code/j1/${account.id}`);
    assert.ok(stored);
    assert.ok(!JSON.stringify(stored.value).includes(newest()));
  });
});
