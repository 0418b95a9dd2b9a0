import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { endsByAge, GUARDIANSHIP, mayActFor } from '../../../accounts/guardianship-rules.ts';
import type { GuardianshipBasis } from '../../../accounts/guardianship.ts';
import { CASE_KINDS } from '../../../enrolment/cases/kinds.ts';
import { LOCK_RULES } from '../../../enrolment/lock-rules.ts';
import { agesThatChange } from '../../../enrolment/rounds/birthday-days.ts';
import { LEGAL_RULES } from '../../../ops/reference/legal-rules.ts';
import { sampleGuardianship } from '../../contract/life-samples.ts';
import { sampleAccount } from '../../contract/samples.ts';

const FOLDERS = ['accounts', 'enrolment', 'interactions', 'portals', 'provider', 'audit'];

describe('rules of law', () => {
  it('each have an article, and versions in the order they came into force', () => {
    for (const [name, , versions] of LEGAL_RULES) {
      const days = versions.map(({ effectiveFrom }) => effectiveFrom);
      assert.deepEqual(days, [...new Set(days)].toSorted(), name);
      for (const { effectiveFrom, source } of versions) {
        assert.match(effectiveFrom, /^\d{4}-\d{2}-\d{2}$/, name);
        assert.match(source, /Art|SenID|D320/, name);
      }
    }
    for (const { kind, effectiveFrom, source } of CASE_KINDS) {
      assert.match(`${effectiveFrom} ${source}`, /^\d{4}-\d{2}-\d{2} .*Art/, kind);
    }
  });

  it('are published, whichever file declares them', () => {
    const declared = FOLDERS.flatMap(filesIn).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/const (?<name>[A-Z0-9_]+): LegalRule</g)].map(
        ({ groups }) => groups?.['name'],
      ),
    );
    assert.deepEqual(declared.toSorted(), LEGAL_RULES.map(([name]) => name).toSorted());
  });

  it('change something on the birthdays the law names, and on no other', () => {
    assert.deepEqual(agesThatChange('2024-07-01'), [6, 7, 14, 16, 18]);
    assert.deepEqual(agesThatChange('2026-11-22'), [6, 7, 14, 16, 18]);
  });

  it('tell a holder that a lock is never opened only where nobody asks for it', () => {
    for (const { value } of LOCK_RULES) {
      for (const [ground, { mayLift, unlockWays }] of Object.entries(value)) {
        assert.ok(unlockWays.length > 0, ground);
        if (mayLift.length === 0) assert.deepEqual(unlockWays, ['never'], ground);
        if (mayLift.includes('holder')) assert.ok(unlockWays.includes('counter'), ground);
      }
    }
  });

  it('let nobody act for longer than the guardianship lasts, on any basis at any age', () => {
    const bases = Object.keys(GUARDIANSHIP[0]?.value ?? {}) as GuardianshipBasis[];
    const actor = sampleAccount({ level: 2, subjectType: 'citizen' });
    assert.equal(bases.length, 4);
    const today = '2026-11-22';
    for (const basis of bases) {
      for (let age = 0; age < 100; age += 1) {
        const ward = sampleAccount({
          subjectType: basis.endsWith('organisation') ? 'organisation' : 'citizen',
          birthdate: `${2026 - age}-11-22`,
        });
        for (const fromDate of ['2026-11-22', `${2026 - age}-11-22`]) {
          const tie = {
            ...sampleGuardianship(actor.id, ward.id, { basis }),
            fromDate,
            untilDate: undefined,
          };
          const may = mayActFor(tie, { ward, actor }, today);
          const over = endsByAge(tie, ward, today);
          assert.ok(!(may && over), `${basis} ${age}`);
          if (basis === 'parent') assert.deepEqual([may, over], [age < 14, age >= 18], `${age}`);
          if (basis === 'appointed_guardian' && fromDate === today) assert.ok(may, `${age}`);
          if (basis === 'appointed_guardian' && fromDate < today) assert.equal(over, age >= 18);
        }
      }
    }
  });
});

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}
