import { NAMES, ratioOf, type JourneyResult, type PartResult } from './result.ts';

/** What stands on the terminal. */
export function tableOf(part: PartResult): string {
  const rows = [HEAD, ...part.journeys.flatMap((journey) => rowsOf(journey, part))];
  const widths = HEAD.map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
  return [
    `\n${part.stores}, ${part.accounts} accounts`,
    ...lines,
    `one argon2id hash: ${part.hashMs.toFixed(1)} ms`,
    `resident when idle: ${Object.entries(part.idleMib)
      .map(([name, mib]) => `${name} ${mib.toFixed(0)} MiB`)
      .join(', ')}`,
    ...part.memory.map(
      ({ sessions, residentMib, heapMib }) =>
        `${sessions} sessions: ${residentMib.toFixed(0)} MiB resident, ${heapMib.toFixed(1)} MiB of live objects`,
    ),
    '',
  ].join('\n');
}

const HEAD = [
  'journey',
  'server',
  'a CPU-second: median',
  'best',
  'of bare',
  'target',
  'p50 ms',
  'p95',
  'p99',
  'requests',
  'store calls',
  'stores CPU ms',
  'MiB',
];

function rowsOf(journey: JourneyResult, { accounts, manyAccounts }: PartResult): string[][] {
  return journey.measured.map(({ contestant, figures, residentMib }, index) => {
    const ratio = ratioOf(journey, contestant, NAMES.bare);
    const calls = journey.storeCalls.find((each) => each.contestant === contestant)?.calls;
    const isTarget = contestant === NAMES.senid && journey.target !== undefined;
    return [
      index === 0 ? journey.title : '',
      contestant === NAMES.senidMany
        ? `SenID, ${manyAccounts} accounts`
        : contestant === NAMES.senid
          ? `SenID, ${accounts} accounts`
          : contestant,
      figures.perCpuSecond.median.toFixed(0),
      figures.perCpuSecond.best.toFixed(0),
      index === 0 ? '' : (ratio?.toFixed(2) ?? ''),
      isTarget ? `${journey.target}` : '',
      figures.latencyMs.p50.toFixed(1),
      figures.latencyMs.p95.toFixed(1),
      figures.latencyMs.p99.toFixed(1),
      figures.requestsPerJourney.toFixed(0),
      calls?.toFixed(1) ?? '',
      Object.values(figures.storeCpuMsPerJourney)
        .map((ms) => ms.toFixed(2))
        .join('+'),
      residentMib.toFixed(0),
    ];
  });
}
