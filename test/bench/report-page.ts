import { grouped, markdownTable } from './markdown.ts';
import {
  measuredOf,
  NAMES,
  ratioOf,
  type BenchResult,
  type JourneyResult,
  type PartResult,
} from './result.ts';
import { shortfalls } from './shortfalls.ts';

const WORDS = { embedded: 'embedded (SQLite)', 'redis+postgres': 'Redis and PostgreSQL' } as const;

/** `docs/performance.md`. */
export function performancePage(result: BenchResult): string {
  const { machine, command, date, quick } = result;
  return `${[
    '# Performance',
    `Written by \`${command}\` on ${date}; \`test/bench/\` says how to run it.${quick ? ' **A quick run: too short to be trusted.**' : ''}`,
    `${machine.processor}, ${machine.cores} cores, ${machine.memoryGib} GiB, Linux ${machine.kernel}, Node ${machine.node}.`,
    ...machine.warnings,
    method(result),
    ...result.parts.flatMap(partSections),
    '## Short of the targets',
    shortfalls(result),
  ].join('\n\n')}\n`;
}

function method({ connections, machine }: BenchResult): string {
  const pinned =
    machine.pinning === undefined
      ? 'Nothing is pinned.'
      : `The server has core ${machine.pinning.server} to itself; load and stores are on ${machine.pinning.rest}.`;
  return `Whole journeys over HTTP on ${connections} keep-alive connections, each answer checked; one that fails fails the run.
What counts is the CPU time of the server process, all threads, user and kernel: these machines are shared, so times of
the clock say little. *A CPU-second* is how many journeys one owned core serves in a second: the median of the rounds and,
in brackets, the best. ${pinned} Rounds of SenID and of bare oidc-provider alternate, on the same kind of store.

*Bare* is oidc-provider with the same algorithm (ES256), lifetimes, scopes, claims and rotation, static clients, and an
adapter of one command or statement for each call, which redeems once; no sealing, hashing, register, audit or consent
record, and a login page that lets everybody in. Its first login is four requests: \`GET /authorize\`, \`GET
/interaction/…\` (login and consent answered at once), \`GET /authorize/…\`, \`POST /token\`. *With pages* shows a form for
the login and one for the consent, as two interactions: eight requests. SenID's first login is seven with a passkey:
\`GET /authorize\`, the page, its form (an assertion verified), the consent page, its form, \`GET /authorize/…\`, \`POST
/token\`; with password and code it is nine.

Latencies are of whole journeys, with every connection busy all the time. *Store calls* are statements and commands, those
that only mark a transaction left out. *Client credentials* are not here: no client of SenID may use that grant yet.`;
}

function partSections(part: PartResult): readonly string[] {
  return [
    `## ${WORDS[part.stores]}`,
    journeyTable(part),
    hashSentence(part),
    ...(part.manyAccounts === undefined ? [] : [accountsTable(part)]),
    memoryTable(part),
  ];
}

function journeyTable({ journeys }: PartResult): string {
  const head = [
    'Journey',
    'SenID, a CPU-second',
    'bare',
    'SenID ÷ bare',
    'target',
    'p50 / p95 / p99 ms',
    'store calls, SenID / bare',
    'CPU ms in the stores',
  ];
  return markdownTable(head, journeys.flatMap(journeyRows));
}

function journeyRows(journey: JourneyResult): string[][] {
  const senid = measuredOf(journey, NAMES.senid);
  if (senid === undefined) return [];
  const { latencyMs, storeCpuMsPerJourney } = senid.figures;
  const calls = [NAMES.senid, NAMES.bare].map(
    (name) =>
      journey.storeCalls.find(({ contestant }) => contestant === name)?.calls.toFixed(0) ?? '–',
  );
  const stores = Object.entries(storeCpuMsPerJourney).map(
    ([name, ms]) => `${name} ${ms.toFixed(2)}`,
  );
  const row = [
    journey.title,
    rate(journey, NAMES.senid),
    rate(journey, NAMES.bare),
    ratio(journey, NAMES.bare),
    journey.target === undefined ? '' : `${journey.target}`,
    [latencyMs.p50, latencyMs.p95, latencyMs.p99].map((ms) => ms.toFixed(0)).join(' / '),
    calls.join(' / '),
    stores.join(', '),
  ];
  if (measuredOf(journey, NAMES.barePages) === undefined) return [row];
  const beside = ['… beside bare with pages', '', rate(journey, NAMES.barePages)];
  return [row, [...beside, ratio(journey, NAMES.barePages), '', '', '', '']];
}

function rate(journey: JourneyResult, contestant: string): string {
  const figures = measuredOf(journey, contestant)?.figures;
  if (figures === undefined) return '–';
  return `${grouped(figures.perCpuSecond.median)} (${grouped(figures.perCpuSecond.best)})`;
}

function ratio(journey: JourneyResult, beside: string): string {
  return ratioOf(journey, NAMES.senid, beside)?.toFixed(2) ?? '–';
}

function hashSentence({ hashMs, journeys }: PartResult): string {
  const journey = journeys.find(({ name }) => name === 'first-login-password');
  const cost = journey && measuredOf(journey, NAMES.senid)?.figures.cpuMsPerJourney.median;
  const rest =
    cost === undefined || cost <= hashMs
      ? ''
      : ` Of the ${cost.toFixed(1)} ms of a first login with password, ${(cost - hashMs).toFixed(1)} ms are the rest: ${grouped(1000 / (cost - hashMs))} a CPU-second without it.`;
  return `One argon2id hash costs ${hashMs.toFixed(1)} ms, on purpose.${rest}`;
}

function accountsTable({ journeys, accounts, manyAccounts }: PartResult): string {
  const few = `${grouped(accounts)} accounts, CPU ms`;
  const many = `${grouped(manyAccounts ?? 0)} accounts, CPU ms`;
  const rows = journeys.flatMap((journey) => {
    const [one, other] = [NAMES.senid, NAMES.senidMany].map(
      (name) => measuredOf(journey, name)?.figures.cpuMsPerJourney.median,
    );
    if (one === undefined || other === undefined) return [];
    return [[journey.title, one.toFixed(2), other.toFixed(2), (other / one).toFixed(2)]];
  });
  return markdownTable(['Cost of a journey', few, many, 'grows by'], rows);
}

function memoryTable({ memory, idleMib, journeys }: PartResult): string {
  const idle = Object.entries(idleMib).map(([name, mib]) => `${name} ${mib.toFixed(0)} MiB`);
  const most = (contestant: string) =>
    Math.max(...journeys.map((each) => measuredOf(each, contestant)?.residentMib ?? 0)).toFixed(0);
  const rows = memory.map(({ sessions, used, residentMib, heapMib }) => [
    grouped(sessions),
    grouped(used),
    `${residentMib.toFixed(0)} MiB`,
    `${heapMib.toFixed(1)} MiB`,
  ]);
  const head = ['Sessions in the store', 'used since the line above', 'resident', 'live objects'];
  return `Resident when idle: ${idle.join(', ')}. Under all this load at most: ${NAMES.bare} ${most(NAMES.bare)} MiB, ${NAMES.senid} ${most(NAMES.senid)} MiB. A fresh server of SenID with ever more sessions:

${markdownTable(head, rows)}`;
}
