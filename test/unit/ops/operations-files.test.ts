import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { METRICS, type MetricDefinition } from '../../../telemetry/metric-table.ts';

const metrics: readonly MetricDefinition[] = Object.values(METRICS);
const exposed = new Set(
  metrics.flatMap(({ name, type }) =>
    type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
  ),
);
const read = (path: string) => readFileSync(`docs/operations/${path}`, 'utf8');

/** What stands where PromQL has a metric, with the conditions on its labels. */
function selectorsOf(expression: string) {
  return [...expression.matchAll(/\b((?:senid|process|nodejs)_\w+)(?:\{([^}]*)\})?/g)].map(
    ([, name = '', conditions = '']) => ({ name, conditions }),
  );
}

interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly targets?: readonly { readonly expr: string }[];
}

const alerts = read('alerts.yml')
  .split(/^ {6}- alert: /m)
  .slice(1);
const { panels } = JSON.parse(read('dashboard.json')) as { panels: readonly Panel[] };
const expressions = [
  ...alerts.map((alert) => /expr: (?:\|\n)?([\s\S]*?)\n {8}(?:for|labels):/.exec(alert)?.[1] ?? ''),
  ...panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)),
];

describe('The dashboard and the alert rules', () => {
  it('are there, and look at metrics', () => {
    assert.ok(alerts.length >= 10 && panels.length >= 15);
    for (const expression of expressions) {
      assert.ok(selectorsOf(expression).length > 0, expression);
    }
  });

  it('look only at metrics that exist, by labels and values they can have', () => {
    const wrong = expressions.flatMap(selectorsOf).flatMap(({ name, conditions }) => {
      if (!exposed.has(name)) return [name];
      const metric = metrics.find((each) => name.startsWith(each.name));
      return [...conditions.matchAll(/(\w+)\s*(=~|!=|=)\s*"([^"]*)"/g)].flatMap(
        ([condition, label = '', operator, values = '']) => {
          const possible = metric?.labels[label];
          const wanted = operator === '=~' ? values.split('|') : [values];
          const known = wanted.every((value) => possible?.includes(value) === true);
          return known ? [] : [`${name}{${condition}}`];
        },
      );
    });
    assert.deepEqual(wrong, []);
  });

  it('say of every threshold why it is there', () => {
    for (const alert of alerts) {
      const why = /\n {10}why: (.+)/.exec(alert)?.[1] ?? '';
      assert.ok(why.length > 40, alert.split('\n')[0]);
      assert.match(alert, /severity: (critical|warning)/);
      assert.match(alert, /\n {10}summary: .+/);
    }
  });

  it('show every metric somewhere', () => {
    const shown = new Set(expressions.flatMap(selectorsOf).map(({ name }) => name));
    const hidden = metrics
      .map(({ name }) => name)
      .filter((name) => ![...shown].some((each) => each.startsWith(name)));
    assert.deepEqual(hidden, []);
  });

  it('give every panel a number of its own', () => {
    assert.equal(new Set(panels.map(({ id }) => id)).size, panels.length);
  });
});

describe('The page about metrics', () => {
  it('names all of them', () => {
    const page = readFileSync('docs/reference/metrics.md', 'utf8');
    assert.deepEqual(
      metrics.filter(({ name }) => !page.includes(`\`${name}\``)),
      [],
    );
  });
});
