import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { findLeaks } from '../support/leak-scanner.ts';
import { exerciseEverything, type Exercise } from '../support/leak-scanner-exercise.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { knownSecrets } from '../support/session-secrets.ts';
import type { RecordedSpan } from '../support/trace-recorder.ts';

const RECORDER = new URL('../support/trace-recorder.js', import.meta.url).href;
const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';
const SPAN_ID = '00f067aa0ba902b7';

describe('With an OpenTelemetry SDK loaded, the traces', function () {
  this.timeout(240_000);

  let senid: SenidProcess;
  let exercise: Exercise;
  let text: string;
  let spans: readonly RecordedSpan[];

  before(async () => {
    // As the documentation says to: beside the program, not in it.
    const env: Record<string, string> = { NODE_OPTIONS: `--import ${RECORDER}` };
    senid = await startSenid({ name: 'traces', env: { ...env, TRACE_FILE: 'spans.ndjson' } });
    exercise = await exerciseEverything(senid);
    await fetch(`${senid.issuer}/jwks?hint=${exercise.liveAccessToken}`, {
      headers: {
        traceparent: `00-${TRACE_ID}-${SPAN_ID}-01`,
        tracestate: 'vendor=a-strangers-words',
        baggage: 'person=a-strangers-words',
      },
    });
    await senid.stop();
    text = readFileSync(join(senid.folder, 'spans.ndjson'), 'utf8');
    spans = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as RecordedSpan);
  });

  const parentOf = ({ parentId }: RecordedSpan) => spans.find(({ spanId }) => spanId === parentId);
  const rootOf = (span: RecordedSpan): RecordedSpan => {
    const parent = parentOf(span);
    return parent === undefined ? span : rootOf(parent);
  };
  const named = (name: string) => spans.filter((span) => span.name === name);

  it('have one span for each request, named by its route', () => {
    for (const name of ['GET authorize', 'GET resume', 'POST token', 'POST interaction']) {
      const found = named(name);
      assert.ok(found.length > 0, name);
      assert.deepEqual([...new Set(found.map(({ kind }) => kind))], ['SERVER']);
      assert.ok(found.every(({ parentId }) => parentId === undefined));
    }
    const [token] = named('POST token');
    assert.equal(token?.attributes['http.response.status_code'], 200);
  });

  it('have every step of a journey and every operation of a store inside its request', () => {
    const [step] = named('submit sign-in');
    assert.equal(step && parentOf(step)?.name, 'POST interaction');
    const inStep = spans.filter((span) => span.parentId === step?.spanId);
    assert.ok(inStep.some(({ name }) => name === 'accounts.findByIdentifier'));
    const [consumed] = named('artefacts.consume');
    assert.equal(consumed?.kind, 'CLIENT');
    assert.deepEqual(consumed.attributes, {
      'db.system.name': 'sqlite',
      'db.operation.name': 'consume',
    });
    assert.equal(rootOf(consumed).kind, 'SERVER');
  });

  it('go on from whoever asked, and from nothing else a stranger says', () => {
    const [span] = named('GET jwks').filter(({ traceId }) => traceId === TRACE_ID);
    assert.equal(span?.parentId, SPAN_ID);
    assert.ok(!text.includes('strangers-words'));
  });

  it('hold names of ours and numbers: no secret, no id, no address, no message of an error', () => {
    assert.ok(spans.length > 300);
    const writing = { where: 'the traces', text, allowed: new Set<never>() };
    assert.deepEqual(findLeaks([writing], knownSecrets()), []);
    assert.ok(!text.includes(exercise.client.clientId));
    assert.doesNotMatch(text, /\b(acc|evt|req|con|pk|lock)_/);
    assert.deepEqual(
      spans.flatMap(({ events }) => events),
      [],
    );
    const names = new Set(spans.flatMap(({ attributes }) => Object.keys(attributes)));
    assert.deepEqual([...names].toSorted(), [
      'db.operation.name',
      'db.system.name',
      'http.request.method',
      'http.response.status_code',
      'http.route',
      'senid.step',
    ]);
  });
});
