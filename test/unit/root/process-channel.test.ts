import assert from 'node:assert/strict';

import { openChannel, type Answers, type ChannelEnd } from '../../../process-channel.ts';

type Listener = (message: unknown) => void;

/** Two ends of one channel; what is sent arrives as it would from another process. */
function twoEnds(): readonly [ChannelEnd, ChannelEnd] {
  const listeners: [Listener[], Listener[]] = [[], []];
  const end = (own: Listener[], others: Listener[]): ChannelEnd => ({
    send(message) {
      const arrives: unknown = JSON.parse(JSON.stringify(message));
      setImmediate(() => others.forEach((listener) => listener(arrives)));
    },
    on: (_event, listener) => void own.push(listener),
  });
  return [end(listeners[0], listeners[1]), end(listeners[1], listeners[0])];
}

describe('A channel between two processes', () => {
  const open = (answers: Answers) => {
    const [here, there] = twoEnds();
    openChannel(there, answers);
    return { channel: openChannel(here, {}), here };
  };

  it('brings each question its own answer', async () => {
    const { channel } = open({
      slow: async (given) => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        return `slow ${String(given)}`;
      },
      quick: (given) => ({ quick: given }),
    });
    const answers = [channel.ask('slow', 1, 1_000), channel.ask('quick', [2], 1_000)];
    assert.deepEqual(await Promise.all(answers), ['slow 1', { quick: [2] }]);
  });

  it('brings nothing back where nothing was given or answered', async () => {
    const { channel } = open({ up: () => {} });
    assert.equal(await channel.ask('up', undefined, 1_000), undefined);
  });

  it('says so when the other side cannot answer, or does not', async () => {
    const { channel } = open({
      broken: () => {
        throw new Error('a secret');
      },
      silent: () => new Promise(() => {}),
    });
    await assert.rejects(channel.ask('broken', 0, 1_000), /could not answer/);
    await assert.rejects(channel.ask('silent', 0, 20), /no answer to silent/);
  });

  it('does not mind what others say on it', async () => {
    const { channel, here } = open({ up: () => 'yes' });
    for (const stray of [null, 'text', { kind: 'other' }, { kind: 'answer', id: 'x' }]) {
      here.send({ stray }, () => {});
      here.send(stray as object, () => {});
    }
    assert.equal(await channel.ask('up', undefined, 1_000), 'yes');
  });
});
