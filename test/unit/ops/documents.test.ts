import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { PERSONA_PASSWORD, personas } from '../../../accounts/personas.ts';

/** Everything is run from the project root (npm does so). */
const documents = readdirSync('.', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md') && !/(^|\/)(node_modules|dist|test-output)\//.test(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

function read(path: string): string {
  const text = documents.find((document) => document.path === path)?.text;
  assert.ok(text !== undefined, `there is no ${path}`);
  return text;
}

describe('The documents', () => {
  it('link only to what is there', () => {
    const dead = documents.flatMap(({ path, text }) =>
      [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)]
        .map(([, target = '']) => target)
        .filter((target) => !/^https?:/.test(target))
        .filter((target) => !existsSync(join(dirname(path), target)))
        .map((target) => `${path} → ${target}`),
    );
    assert.deepEqual(dead, []);
  });

  it('name decision records that are there, numbered without a gap', () => {
    const records = readdirSync('docs/adr').map((name) => name.slice(0, 4));
    const expected = records.map((_, index) => String(index + 1).padStart(4, '0'));
    assert.deepEqual(records.toSorted(), expected);
  });

  it('let a newcomer log in as every persona', () => {
    const readme = read('README.md');
    assert.ok(readme.includes(PERSONA_PASSWORD));
    for (const { login, account } of personas(Date.now())) {
      const row = readme.split('\n').find((line) => line.includes(`\`${login}\``)) ?? '';
      assert.ok(row.includes(account.name), login);
      // Accounts of organisations have no level (D69, Art. 7).
      const level = account.subjectType === 'organisation' ? 'none' : account.level;
      assert.ok(row.includes(`| ${level} |`), login);
    }
  });

  it('name npm scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object };
    const named = documents.flatMap(({ text }) =>
      [...text.matchAll(/npm run ([a-z:]+)/g)].map(([, name = '']) => name),
    );
    assert.deepEqual(
      named.filter((name) => !(name in scripts)),
      [],
    );
  });

  it('show a picture that is not too heavy', () => {
    assert.ok(readFileSync('docs/images/sign-in.png').length < 150_000);
  });
});
