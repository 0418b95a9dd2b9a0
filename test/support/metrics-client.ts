import assert from 'node:assert/strict';
import { createServer } from 'node:net';

/** One series as Prometheus reads it. */
export interface Series {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** A port nobody listened on a moment ago, as text for an environment. */
export async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return String(typeof address === 'object' ? address?.port : '');
}

export async function scrape(origin: string, token?: string): Promise<readonly Series[]> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch(`${origin}/metrics`, { headers });
  assert.equal(response.status, 200);
  return parseMetrics(await response.text());
}

export function parseMetrics(text: string): readonly Series[] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, name = '', labels = '', value = ''] =
        /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? assert.fail(line);
      const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)];
      return {
        name,
        labels: Object.fromEntries(pairs.map(([, label = '', each = '']) => [label, each])),
        value: Number(value),
      };
    });
}

/** All series of the name that have these labels, added up. */
export function sum(
  series: readonly Series[],
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number {
  return series
    .filter((each) => each.name === name)
    .filter((each) =>
      Object.entries(labels).every(([label, value]) => each.labels[label] === value),
    )
    .reduce((total, { value }) => total + value, 0);
}

/** How long ago each round that a node looks after was last done, in seconds. */
export async function roundAges(origin: string, token: string): Promise<readonly number[]> {
  const series = await scrape(origin, token);
  return series.filter(({ name }) => name === 'senid_round_age_seconds').map(({ value }) => value);
}
