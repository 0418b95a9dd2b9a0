import type { Router } from '@koa/router';
import { z } from 'zod';

import type { Register } from '../entries.ts';
import type { Faults, Trouble } from '../faults.ts';
import { FAULT_KINDS, magicOf, type FaultKind } from '../people/magic.ts';
import type { Citizen, Foreigner, Person } from '../people/person.ts';
import type { Records } from '../records.ts';
import { answerTo, type Answer } from './answering.ts';

const byNumber = z.strictObject({ number: z.string().min(1).max(32) });
const bySomething = z.union([byNumber, z.strictObject({ passport: z.string().min(1).max(32) })]);
const eventsAfter = z.strictObject({
  after: z.string().regex(/^\d{0,15}$/),
  limit: z.int().min(1).max(1_000),
});

const NOT_FOUND: Answer = { body: { result: 'not_found' } };
const SLOW_MS = 5_000;

/** The four registers. Whether somebody is there is in the answer, never in its status. */
export function addRegisters(router: Router, records: Records, faults: Faults): void {
  const { world } = records;
  const flaky = everyOther();
  const trouble = (number: string | undefined) => registerTrouble(number, flaky);

  router.post('/population/citizens', (ctx) =>
    answerTo(ctx, faults, {
      system: 'population',
      schema: byNumber,
      numberOf: ({ number }) => number,
      trouble: ({ number }) => trouble(number),
      answer: ({ number }) => citizenAnswer(world.person(number)),
    }),
  );
  router.post('/immigration/foreigners', (ctx) =>
    answerTo(ctx, faults, {
      system: 'immigration',
      schema: bySomething,
      numberOf: (asked) => personAsked(records, asked)?.number,
      trouble: (asked) => trouble(personAsked(records, asked)?.number),
      answer: (asked) => foreignerAnswer(personAsked(records, asked)),
    }),
  );
  router.post('/civil-status/guardians', (ctx) =>
    answerTo(ctx, faults, {
      system: 'civil_status',
      schema: byNumber,
      numberOf: ({ number }) => number,
      trouble: ({ number }) => {
        const magic = magicOf(number);
        return magic?.where === 'civil_status' ? troubleOf(magic.kind) : undefined;
      },
      answer: ({ number }) => guardiansAnswer(world.person(number)),
    }),
  );
  router.post('/organisations/organisations', (ctx) =>
    answerTo(ctx, faults, {
      system: 'organisations',
      schema: byNumber,
      numberOf: ({ number }) => number,
      answer({ number }) {
        const organisation = world.organisation(number);
        if (organisation === undefined) return NOT_FOUND;
        const { story: _story, ...record } = organisation;
        return { body: { result: 'found', record } };
      },
    }),
  );
  for (const [path, register] of FEEDS) {
    router.post(`/${path}/events`, (ctx) =>
      answerTo(ctx, faults, {
        system: 'feed',
        schema: eventsAfter,
        numberOf: () => undefined,
        answer: ({ after, limit }) => ({
          body: { events: records.events(register, Number(after), limit) },
        }),
      }),
    );
  }
}

const FEEDS: readonly (readonly [string, Register])[] = [
  ['population', 'population'],
  ['immigration', 'immigration'],
  ['civil-status', 'civil_status'],
  ['organisations', 'organisations'],
];

function personAsked({ world }: Records, asked: z.output<typeof bySomething>): Person | undefined {
  return 'number' in asked ? world.person(asked.number) : world.holderOfPassport(asked.passport);
}

function citizenAnswer(person: Person | undefined): Answer {
  if (person?.kind !== 'citizen' || person.cancelled) return NOT_FOUND;
  const { number, birthdate, sex, address, card, alive, hasBiometrics } = person;
  const seen = { birthdate, sex, address, card, alive, hasBiometrics };
  return found(number, { ...seen, name: nameTold(person) });
}

function foreignerAnswer(person: Person | undefined): Answer {
  if (person?.kind !== 'foreigner' || person.cancelled) return NOT_FOUND;
  const {
    number,
    kind: _kind,
    guardians: _guardians,
    cancelled: _,
    story: _story,
    ...seen
  } = person;
  return found(number, { ...seen, name: nameTold(person) });
}

function guardiansAnswer(person: Person | undefined): Answer {
  if (person === undefined || person.cancelled) return NOT_FOUND;
  return {
    body: { result: 'found', record: { number: person.number, guardians: person.guardians } },
  };
}

function found(number: string, record: object): Answer {
  const wrong = magicOf(number)?.kind === 'somebody_else';
  return {
    body: { result: 'found', record: { number: wrong ? '099000000000' : number, ...record } },
  };
}

function nameTold({ number, name }: Citizen | Foreigner): string {
  return magicOf(number)?.kind === 'hostile_name' ? `${name}\u0000\u202E\r\nX-Injected: 1` : name;
}

function registerTrouble(
  number: string | undefined,
  flaky: (number: string) => boolean,
): Trouble | undefined {
  const magic = number === undefined ? undefined : magicOf(number);
  if (number === undefined || magic?.where !== 'register') return undefined;
  if (magic.kind === 'every_other_fails') return flaky(number) ? troubleOf('error') : undefined;
  return troubleOf(magic.kind);
}

function troubleOf(kind: string): Trouble | undefined {
  const fault = FAULT_KINDS.find((each: FaultKind) => each === kind);
  return fault === undefined ? undefined : { kind: fault, delayMs: SLOW_MS };
}

/** True for the first, the third, … request about a number. */
function everyOther(): (number: string) => boolean {
  const asked = new Map<string, number>();
  return (number) => {
    const count = (asked.get(number) ?? 0) + 1;
    asked.set(number, count);
    return count % 2 === 1;
  };
}
