import { bytesText, grouped, markdownTable } from './markdown.ts';
import type { BenchResult } from './result.ts';
import { ASSUMPTIONS, sizingOf, type Sizing } from './sizing.ts';

/** `docs/sizing.md`; undefined unless every journey was measured on Redis and PostgreSQL. */
export function sizingPage(result: BenchResult): string | undefined {
  const part = result.parts.find(({ stores }) => stores === 'redis+postgres');
  const sizing = part && sizingOf(part);
  if (sizing === undefined) return undefined;
  const { accounts, peakLoginsPerSecond } = ASSUMPTIONS;
  return `${[
    '# Sizing',
    `What ${grouped(accounts)} accounts and ${grouped(peakLoginsPerSecond)} logins a second need, computed by \`test/bench/sizing.ts\`
from the run behind [performance.md](performance.md) (${result.date}; ${result.machine.processor}, of which *a core* is one).`,
    '## Assumed',
    assumed(),
    '## The peak second',
    markdownTable(
      ['Journey', 'a second'],
      sizing.perSecond.map(({ title, rate }) => [title, grouped(rate)]),
    ),
    '## Needed',
    needed(sizing),
    notes(),
  ].join('\n\n')}\n`;
}

function assumed(): string {
  const { logins, after, ...other } = ASSUMPTIONS;
  const percent = (share: number) => `${(share * 100).toFixed(0)} %`;
  return [
    `- Of the logins ${percent(logins['session-login'])} find a session and a consent; ${percent(logins['first-login-passkey'])} are first logins with a passkey and ${percent(logins['first-login-password'])} with password and code, consent included; ${percent(logins['step-up'])} are step-ups.`,
    `- Each login is followed by ${after.userinfo} request to userinfo, ${after.introspection} to introspection and ${after.refresh} refresh.`,
    `- The peak is ${other.peakToAverage} times the average of a day. A server core may be ${percent(other.usableShare)} busy at the peak, the thread of a Redis server ${percent(other.redisUsableShare)}.`,
    `- A node has ${other.coresPerNode} cores and runs a worker on each; one node more than needed is running.`,
    `- Every relying party gets refresh tokens. Authentications and audit stay online for ${other.auditDays} days. Keys in Redis take ${other.redisHeadroom} times what they measure.`,
  ].join('\n');
}

function needed(sizing: Sizing): string {
  const { auditDays, coresPerNode } = ASSUMPTIONS;
  const audit = sizing.auditBytesPerDay * auditDays;
  return markdownTable(
    ['What', 'How much'],
    [
      ['server CPU at the peak', `${sizing.serverCores.toFixed(1)} cores`],
      [`nodes of ${coresPerNode} cores`, `${sizing.nodes}`],
      ['Redis CPU at the peak', `${sizing.redisCores.toFixed(1)} cores`],
      ['Redis masters, each with a replica', `${sizing.redisShards}`],
      ['Redis memory, all masters together', bytesText(sizing.redisBytes)],
      ['PostgreSQL CPU at the peak', `${sizing.postgresCores.toFixed(1)} cores`],
      ['accounts in the register', bytesText(sizing.registerBytes)],
      ['authentications and audit, a day', bytesText(sizing.auditBytesPerDay)],
      [`… in ${auditDays} days`, bytesText(audit)],
      ['write-ahead log at the peak, a second', bytesText(sizing.logBytesPerSecond)],
    ],
  );
}

function notes(): string {
  return `Memory of Redis is what each journey leaves there times how long it lives (Little's law), at the average rate: refresh
tokens and grants live for weeks and are nearly all of it. What was measured ran on loopback, without TLS, replicas or
backups; they are to be added.`;
}
