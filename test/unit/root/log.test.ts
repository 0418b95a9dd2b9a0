import assert from 'node:assert/strict';

import { StoreUnavailable } from '../../../errors.ts';
import { createLog, describeError, type LogLevel } from '../../../log.ts';

const NUMBER = '099090000011';

describe('The log', () => {
  function lines(level: LogLevel, write: (log: ReturnType<typeof createLog>) => void) {
    const written: string[] = [];
    write(createLog(level, { write: (line: string) => written.push(line) }));
    return written.map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  it('writes one JSON object per line, with the event and the fields that may stand there', () => {
    const [line] = lines('info', (log) =>
      log.info('request.finished', {
        requestId: 'req_1',
        route: 'token',
        status: 200,
        durationMs: 3,
      }),
    );
    const { time, level, ...rest } = line ?? {};
    assert.equal(typeof time, 'number');
    assert.equal(level, 30);
    assert.deepEqual(rest, {
      event: 'request.finished',
      requestId: 'req_1',
      route: 'token',
      status: 200,
      durationMs: 3,
    });
  });

  it('leaves out everything that is not on its list, also what a type does not see', () => {
    const person = { identifier: NUMBER, name: 'Nguyễn Văn An', url: `/?n=${NUMBER}`, status: 400 };
    const [line] = lines('info', (log) => log.info('request.refused', person));
    assert.deepEqual(Object.keys(line ?? {}).toSorted(), ['event', 'level', 'status', 'time']);
  });

  it('keeps silent below its level', () => {
    const write = (level: LogLevel) =>
      lines(level, (log) => {
        log.info('a');
        log.warn('b');
        log.error('c');
      }).map(({ event }) => event);
    assert.deepEqual(write('silent'), []);
    assert.deepEqual(write('error'), ['c']);
    assert.deepEqual(write('warn'), ['b', 'c']);
    assert.deepEqual(write('debug'), ['a', 'b', 'c']);
  });

  it('says of an error what it is and where it came from, never its message', () => {
    const error = new StoreUnavailable(`no row for ${NUMBER}\n    of ${NUMBER}`, {
      cause: new Error(NUMBER),
    });
    const described = describeError(error);
    assert.equal(described.errorName, 'StoreUnavailable');
    assert.equal(described.code, 'store_unavailable');
    assert.ok((described.stack?.length ?? 0) > 0);
    assert.ok(!JSON.stringify(described).includes(NUMBER));
    assert.deepEqual(describeError(NUMBER), { errorName: 'string' });
  });
});
