import { measuredOf, NAMES, type JourneyResult, type PartResult } from './result.ts';

/** Said, not measured: whoever knows better changes these and runs the page again. */
export const ASSUMPTIONS = {
  accounts: 67_000_000,
  peakLoginsPerSecond: 2_000,
  /** The busiest second beside the average one of a day. */
  peakToAverage: 4,
  /** What the logins of a second are, by journey; together 1. */
  logins: {
    'session-login': 0.6,
    'first-login-passkey': 0.2,
    'first-login-password': 0.1,
    'step-up': 0.1,
  },
  /** For each login. */
  after: { userinfo: 1, introspection: 0.5, refresh: 1 },
  /** How much of a core may be busy at the peak. */
  usableShare: 0.6,
  coresPerNode: 4,
  /** Of the one thread that does a Redis server's work. */
  redisUsableShare: 0.5,
  /** Memory beside what is measured for each key: fragmentation, replication buffers. */
  redisHeadroom: 1.5,
  /** How long authentications, disclosures and the rest of the audit are kept online. */
  auditDays: 365,
} as const;

export interface Sizing {
  readonly perSecond: readonly { readonly title: string; readonly rate: number }[];
  readonly serverCores: number;
  readonly nodes: number;
  readonly redisCores: number;
  readonly redisShards: number;
  readonly redisBytes: number;
  readonly postgresCores: number;
  readonly registerBytes: number;
  readonly auditBytesPerDay: number;
  readonly logBytesPerSecond: number;
}

const SECONDS_PER_DAY = 86_400;

/** From what was measured on Redis and PostgreSQL; undefined when a journey was left out. */
export function sizingOf(part: PartResult): Sizing | undefined {
  const { peakLoginsPerSecond, logins, after, peakToAverage, usableShare } = ASSUMPTIONS;
  const rates = Object.entries({ ...logins, ...after }).map(([name, share]) => ({
    journey: part.journeys.find((each) => each.name === name),
    rate: share * peakLoginsPerSecond,
  }));
  const known = rates.flatMap(({ journey, rate }) => (journey ? [{ journey, rate }] : []));
  if (known.length < rates.length) return undefined;
  const total = (of: (journey: JourneyResult) => number) =>
    known.reduce((sum, { journey, rate }) => sum + of(journey) * rate, 0);
  const storeMs = (store: string) => (journey: JourneyResult) =>
    figures(journey)?.storeCpuMsPerJourney[store] ?? 0;
  const grown = (journey: JourneyResult) =>
    journey.storeCalls.find(({ contestant }) => contestant === NAMES.senid)?.growth;

  const serverCores = total((each) => figures(each)?.cpuMsPerJourney.median ?? 0) / 1000;
  const redisCores = total(storeMs('redis')) / 1000;
  const perSecond = total((each) => grown(each)?.registerBytes ?? 0) / peakToAverage;
  const auditBytesPerDay = perSecond * SECONDS_PER_DAY;
  return {
    perSecond: known.map(({ journey, rate }) => ({ title: journey.title, rate })),
    serverCores,
    nodes: Math.ceil(serverCores / usableShare / ASSUMPTIONS.coresPerNode) + 1,
    redisCores,
    redisShards: Math.max(1, Math.ceil(redisCores / ASSUMPTIONS.redisUsableShare)),
    redisBytes:
      (total((each) => grown(each)?.protocolByteSeconds ?? 0) / peakToAverage) *
      ASSUMPTIONS.redisHeadroom,
    postgresCores: total(storeMs('postgres')) / 1000,
    registerBytes: (part.registerBytesPerAccount ?? 0) * ASSUMPTIONS.accounts,
    auditBytesPerDay,
    logBytesPerSecond: total((each) => grown(each)?.registerLogBytes ?? 0),
  };
}

function figures(journey: JourneyResult) {
  return measuredOf(journey, NAMES.senid)?.figures;
}
