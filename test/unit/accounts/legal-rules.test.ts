import assert from 'node:assert/strict';

import * as legalRules from '../../../accounts/legal-rules.ts';

const { NoRuleInForce, ruleInForce, LOCK_GROUNDS } = legalRules;

describe('legal rules', () => {
  const rule = [
    { effectiveFrom: '2024-07-01', source: 'D69', value: 'old' },
    { effectiveFrom: '2026-09-28', source: 'D320', value: 'new' },
  ];

  it('are those in force on the day', () => {
    assert.equal(ruleInForce(rule, '2024-07-01'), 'old');
    assert.equal(ruleInForce(rule, '2026-09-27'), 'old');
    assert.equal(ruleInForce(rule, '2026-09-28'), 'new');
    assert.throws(() => ruleInForce(rule, '2024-06-30'), NoRuleInForce);
  });

  it('each name their source, in the order they came into force', () => {
    const rules = Object.values(legalRules).filter((each) => Array.isArray(each));
    assert.ok(rules.length >= 4);
    for (const versions of rules) {
      const days = versions.map(({ effectiveFrom }) => effectiveFrom);
      assert.deepEqual(days, days.toSorted());
      for (const { effectiveFrom, source } of versions) {
        assert.match(effectiveFrom, /^\d{4}-\d{2}-\d{2}$/);
        assert.match(source, /Art/);
      }
    }
  });

  it('rank every ground of a lock there is', () => {
    const grounds = {
      own_request: true,
      terms_breached: true,
      card_revoked_or_retained: true,
      number_cancelled: true,
      death: true,
      authority_request: true,
    } satisfies Record<(typeof LOCK_GROUNDS)[number]['value'][number], true>;
    for (const { value } of LOCK_GROUNDS) {
      assert.deepEqual(value.toSorted(), Object.keys(grounds).toSorted());
    }
  });
});
