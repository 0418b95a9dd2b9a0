import type { Change, OrganisationChange } from './changes.ts';
import {
  entrySchema,
  type Entry,
  type MatchRecord,
  type Register,
  type SentMessage,
  type ToldEvent,
} from './entries.ts';
import { createHistory } from './history.ts';
import type { Journal } from './journal.ts';
import { createWorld, type World } from './people/world.ts';

/** The world, and what has happened in it. */
export interface Records {
  readonly world: World;
  readonly day: string;
  /** False for a number nobody has. */
  changePerson(number: string, change: Change): boolean;
  changeOrganisation(number: string, change: OrganisationChange): boolean;
  /** In their order, those after `position`. */
  events(register: Register, after: number, limit: number): readonly ToldEvent[];
  matches(): readonly MatchRecord[];
  findMatch(requestId: string): MatchRecord | undefined;
  addMatch(record: MatchRecord): void;
  messages(): readonly SentMessage[];
  findMessage(channel: SentMessage['channel'], id: string): SentMessage | undefined;
  addMessage(message: SentMessage): void;
}

export interface RecordsOptions {
  readonly journal: Journal;
  /** Of a new world; one that was kept has its own. */
  readonly seed: string;
  readonly day: string;
  readonly clock: () => number;
}

export function openRecords({ journal, clock, ...wished }: RecordsOptions): Records {
  const entries = journal.before.map((entry) => entrySchema.parse(entry));
  const kept = entries.find((entry) => entry.type === 'world');
  const { seed, day } = kept ?? wished;
  if (kept === undefined) journal.append({ type: 'world', seed, day });
  const world = createWorld(seed, day);
  const { apply, told, matches, messages } = createHistory(world);
  for (const entry of entries) apply(entry);

  const add = (entry: Entry): boolean => {
    if (!apply(entry)) return false;
    journal.append(entry);
    return true;
  };
  return {
    world,
    day,
    changePerson: (number, change) => add({ type: 'change', at: clock(), number, change }),
    changeOrganisation: (number, change) =>
      add({ type: 'organisation', at: clock(), number, change }),
    events: (register, after, limit) => (told.get(register) ?? []).slice(after, after + limit),
    matches: () => [...matches.values()],
    findMatch: (requestId) => matches.get(requestId),
    addMatch: (record) => void add({ type: 'match', ...record }),
    messages: () => [...messages.values()],
    findMessage: (channel, id) => messages.get(`${channel} ${id}`),
    addMessage: (message) => void add({ type: 'message', ...message }),
  };
}
