import { changed, changedOrganisation, registerTelling } from './changes.ts';
import {
  REGISTERS,
  type Entry,
  type MatchRecord,
  type Register,
  type SentMessage,
  type ToldEvent,
} from './entries.ts';
import { today } from './people/dates.ts';
import type { World } from './people/world.ts';

/** What has happened to a world: the same entries come to the same, now and after a restart. */
export interface History {
  readonly told: ReadonlyMap<Register, readonly ToldEvent[]>;
  readonly matches: ReadonlyMap<string, MatchRecord>;
  /** By channel and id. */
  readonly messages: ReadonlyMap<string, SentMessage>;
  /** False when it is about nobody; nothing has then changed. */
  apply(entry: Entry): boolean;
}

export function createHistory(world: World): History {
  const told = new Map<Register, ToldEvent[]>(REGISTERS.map((register) => [register, []]));
  const matches = new Map<string, MatchRecord>();
  const messages = new Map<string, SentMessage>();
  return {
    told,
    matches,
    messages,
    apply(entry) {
      switch (entry.type) {
        case 'world':
          return true;
        case 'change':
          return changePerson(world, told, entry);
        case 'organisation':
          return changeOrganisation(world, told, entry);
        case 'match':
          matches.set(entry.requestId, entry);
          noteBiometrics(world, entry);
          return true;
        case 'message':
          messages.set(`${entry.channel} ${entry.id}`, entry);
          return true;
        default:
          return entry satisfies never;
      }
    },
  };
}

type Told = Map<Register, ToldEvent[]>;

function changePerson(
  world: World,
  told: Told,
  { number, at, change }: Extract<Entry, { type: 'change' }>,
): boolean {
  const person = world.person(number);
  if (person === undefined) return false;
  world.change(changed(person, change, today(at)));
  tell(told, registerTelling(change, person), { at, number, change: change.change });
  return true;
}

function changeOrganisation(
  world: World,
  told: Told,
  { number, at, change }: Extract<Entry, { type: 'organisation' }>,
): boolean {
  const organisation = world.organisation(number);
  if (organisation === undefined) return false;
  world.changeOrganisation(changedOrganisation(organisation, change));
  tell(told, 'organisations', { at, number, change: change.change });
  return true;
}

function tell(told: Told, register: Register, event: Omit<ToldEvent, 'position'>): void {
  const events = told.get(register) ?? [];
  events.push({ position: String(events.length + 1), ...event });
}

function noteBiometrics(world: World, { outcome, number }: MatchRecord): void {
  const person = world.person(number);
  if (outcome === 'enrolled' && person !== undefined) {
    world.change({ ...person, hasBiometrics: true });
  }
}
