import { NAMES, ratioOf, type BenchResult, type PartResult } from './result.ts';

const MOST_IDLE_MIB = 150;

/** What of the budget (design, section 6) was not reached, one line each. */
export function shortfalls({ parts }: BenchResult): string {
  const lines = parts.flatMap((part) => [...slowJourneys(part), ...memory(part)]);
  return lines.length === 0 ? 'Nothing.' : lines.map((line) => `- ${line}`).join('\n');
}

function slowJourneys({ stores, journeys }: PartResult): readonly string[] {
  return journeys.flatMap((journey) => {
    const ratio = ratioOf(journey, NAMES.senid, NAMES.bare);
    const { target, title } = journey;
    if (target === undefined || ratio === undefined || ratio >= target) return [];
    return [`${stores}, ${title}: ${ratio.toFixed(2)} of bare, not ${target}`];
  });
}

function memory({ stores, idleMib }: PartResult): readonly string[] {
  const idle = idleMib[NAMES.senid] ?? 0;
  if (idle <= MOST_IDLE_MIB) return [];
  return [`${stores}: ${idle.toFixed(0)} MiB resident when idle, not ${MOST_IDLE_MIB}`];
}
