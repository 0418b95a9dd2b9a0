import assert from 'node:assert/strict';

import { runSenid } from '../support/run-senid.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { newPerson, type Person } from '../support/session-people.ts';
import { sharedSenid, withStores } from '../support/session-server.ts';

describe('senid offices and senid staff', function () {
  this.timeout(120_000);
  let senid: SenidProcess;
  let person: Person;
  let office: string;
  let staffId: string;

  before(async () => {
    senid = await sharedSenid();
    person = await newPerson(senid);
  });

  const run = (...words: string[]) => runSenid(senid, words);
  const add = (kind: string, vi: string) =>
    run('offices', 'add', '--kind', kind, '--vi', vi, '--en', 'Ba Đình', '--province', 'Hà Nội');
  const appoint = (login: string, at: string, ...roles: string[]) =>
    run('staff', 'appoint', login, '--office', at, '--role', ...roles);
  const events = (type: string) =>
    withStores(senid, ({ audit }) => audit.list({ type, limit: 500 }));

  it('enter an office, and list it', async () => {
    const { code, output, error } = await add('commune_police', 'Công an phường Ba Đình');
    assert.deepEqual([code, error], [0, '']);
    office = output.trim();
    assert.match(office, /^office_[\w-]+$/);
    const list = await run('offices', 'list');
    const line = list.output.split('\n').find((each) => each.startsWith(office));
    assert.equal(line, `${office}  commune_police  Công an phường Ba Đình  Hà Nội`);
    const added = (await events('office.added')).find(({ data }) => data['officeId'] === office);
    assert.equal(added?.data['kind'], 'commune_police');
    assert.equal(added?.actorId, undefined);
  });

  it('enter none of a kind there is not, or with a name nobody can read', async () => {
    const before = (await run('offices', 'list')).output;
    for (const [kind, name] of [
      ['ministry', 'Bộ'],
      ['commune_police', ' '],
      ['commune_police', 'Công an\u001B[2J'],
      ['commune_police', 'Công \u202Ean'],
      ['commune_police', 'x'.repeat(121)],
    ] as const) {
      const { code, output, error } = await add(kind, name);
      assert.deepEqual([code, output], [1, ''], name);
      assert.notEqual(error, '');
    }
    assert.equal((await run('offices', 'list')).output, before);
  });

  it('appoint nobody who could not do the work', async () => {
    const low = await newPerson(senid, { level: 1 });
    for (const [login, at, role, why] of [
      [person.login, office, 'deciding_authority', /role_not_at_office/],
      [low.login, office, 'receiving_officer', /not_level_2/],
      [person.login, 'office_nowhere', 'receiving_officer', /no such office/],
      ['099999999999', office, 'receiving_officer', /./],
      [person.login, office, 'minister', /./],
    ] as const) {
      const { code, output, error } = await appoint(login, at, role);
      assert.deepEqual([code, output], [1, ''], error);
      assert.match(error, why);
    }
    const both = await appoint(person.login, office, 'auditor', 'supervisor');
    assert.match(both.error, /roles_exclude_each_other/);
    assert.equal((await run('staff', 'list', office)).output, '');
  });

  it('appoint somebody, once, and list them without a name or number', async () => {
    const { code, output, error } = await appoint(person.login, office, 'supervisor');
    assert.deepEqual([code, error], [0, '']);
    staffId = output.trim();
    const list = await run('staff', 'list', office);
    assert.match(
      list.output,
      new RegExp(`^${staffId} {2}${person.accountId} {2}supervisor {2}since \\d{4}-\\S+Z\\n$`),
    );
    assert.ok(!list.output.includes(person.login));
    assert.match((await appoint(person.login, office, 'supervisor')).error, /works_already/);
    const made = (await events('staff.appointed')).filter(
      ({ data }) => data['staffId'] === staffId,
    );
    assert.equal(made.length, 1);
    const [{ accountId, actorId, data } = assert.fail('no event')] = made;
    assert.deepEqual([accountId, actorId], [person.accountId, undefined]);
    assert.deepEqual([data['officeId'], data['reason']], [office, 'new_colleague']);
  });

  it('end an appointment, once, and leave a trace', async () => {
    const ended = await run('staff', 'end', person.login);
    assert.deepEqual([ended.code, ended.output], [0, `${staffId}\n`]);
    const again = await run('staff', 'end', person.login);
    assert.deepEqual([again.code, again.error], [1, 'senid: they work in no office\n']);
    assert.equal((await run('staff', 'list', office)).output, '');
    const made = (await events('staff.ended')).filter(({ data }) => data['staffId'] === staffId);
    assert.deepEqual(
      made.map(({ data }) => data['reason']),
      ['left'],
    );
  });
});
