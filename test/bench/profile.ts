import { join, resolve } from 'node:path';

import { runLoop } from './closed-loop.ts';
import type { Journey } from './journey.ts';
import { chosenJourneys, startBoth, type PartContext } from './part.ts';
import { summariseProfile, type ProfileLine } from './profile-summary.ts';
import { makeRegistrations } from './registrations.ts';
import type { RunningContestant } from './senid-contestant.ts';
import { openStoresUnderTest } from './stores-under-test.ts';

const MOST_LINES = 30;

/** Profiles of bare and SenID into `output`, for the tools of any browser; the text is the gist of them. */
export async function profilePart(context: PartContext, output: string): Promise<string> {
  const { kind, options, machine, folder, say } = context;
  const stores = await openStoresUnderTest(kind);
  const registrations = makeRegistrations();
  const common = { stores, registrations, pinning: machine.pinning };
  const { bare, senid } = await startBoth(folder, common, options.accounts);
  try {
    const texts: string[] = [];
    for (const { journey } of chosenJourneys(options)) {
      for (const contestant of [bare, senid]) {
        say(`profile: ${journey.title}, ${contestant.name}`);
        const file = resolve(join(output, `${journey.name}-${contestant.name}-${kind}.cpuprofile`));
        await profileOne(journey, contestant, context, file);
        texts.push(summary(`${journey.title}, ${contestant.name}, ${kind}`, file));
      }
    }
    return texts.join('\n');
  } finally {
    await Promise.all([bare.stop(), senid.stop()]);
    await stores.stop();
  }
}

async function profileOne(
  journey: Journey,
  contestant: RunningContestant,
  { options: { pace } }: PartContext,
  file: string,
): Promise<void> {
  const { connections, warmMs, windowMs, mostPerSecond, reused } = pace;
  const { leastWarming, leastCounted } = pace;
  const count = journey.reusable ? reused : Math.ceil((windowMs / 1000) * mostPerSecond);
  const loop = { connections, rampMs: 0, metered: [] };
  const warming = await journey.prepare(contestant, count);
  await runLoop(contestant, journey, warming, {
    ...loop,
    windowMs: warmMs,
    leastJourneys: leastWarming,
  });
  const tickets = journey.reusable ? warming : await journey.prepare(contestant, count);
  await contestant.process.ask({ kind: 'start-profile' });
  await runLoop(contestant, journey, tickets, { ...loop, windowMs, leastJourneys: leastCounted });
  await contestant.process.ask({ kind: 'stop-profile', file });
}

function summary(title: string, file: string): string {
  const { places, functions, inclusive } = summariseProfile(file, MOST_LINES);
  return [
    `# ${title}`,
    `# ${file}`,
    ...section('by package or folder, itself', places),
    ...section('by function, itself', functions),
    ...section('by function, with all it calls before it waits', inclusive),
    '',
  ].join('\n');
}

function section(title: string, lines: readonly ProfileLine[]): readonly string[] {
  const rows = lines.map(({ name, share }) => `${(share * 100).toFixed(1).padStart(6)} %  ${name}`);
  return [`## ${title}`, ...rows];
}
