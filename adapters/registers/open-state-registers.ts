import type { z } from 'zod';

import type { Clock } from '../../clock.ts';
import type {
  BiometricSample,
  RegisterAnswer,
  RegisterName,
  StateRegisters,
} from '../../enrolment/registers.ts';
import type { OutsideSystemName } from '../outside/names.ts';
import {
  openOutsideSystem,
  type OutsideAnswer,
  type OutsideSystem,
  type OutsideSystemOptions,
  type Patience,
} from '../outside/outside-system.ts';
import {
  citizenSchema,
  enrolmentSchema,
  eventsSchema,
  foreignerSchema,
  guardiansSchema,
  lookupSchema,
  matchSchema,
  organisationSchema,
} from './answers.ts';

export interface StateRegistersOptions extends Pick<
  OutsideSystemOptions,
  'token' | 'onOutcome' | 'ca'
> {
  /** An origin. */
  readonly url: string;
  readonly clock: Clock;
  /** For tests: instead of how long each system is waited for. */
  readonly patience?: Patience;
}

/** Somebody waits at a page or a counter for a register; a matcher has pictures to look at. */
const REGISTER_PATIENCE: Patience = { attemptMs: 2_500, totalMs: 5_000, attempts: 3 };
const MATCHER_PATIENCE: Patience = { attemptMs: 8_000, totalMs: 12_000, attempts: 3 };

/** The State's registers and the matcher over HTTP and JSON (docs/simulator.md has the addresses). Never rejects. */
export function openStateRegisters(options: StateRegistersOptions): StateRegisters {
  const { url: base, patience, ...common } = options;
  const open = (name: OutsideSystemName, usual = REGISTER_PATIENCE) =>
    openOutsideSystem({ name, base, patience: patience ?? usual, ...common });
  const population = open('population');
  const immigration = open('immigration');
  const civilStatus = open('civil_status');
  const organisations = open('organisations');
  return {
    population: {
      findCitizen: (number) =>
        find(population, '/population/citizens', { number }, citizenSchema, (found) =>
          isAbout(found, number),
        ),
    },
    immigration: {
      findForeigner: ({ number, passport }) =>
        find(
          immigration,
          '/immigration/foreigners',
          number === undefined ? { passport } : { number },
          foreignerSchema,
          (found) =>
            (number === undefined || isAbout(found, number)) &&
            (passport === undefined || found.passport.number === passport),
        ),
    },
    civilStatus: {
      async guardiansOf(number) {
        const path = '/civil-status/guardians';
        const answer = await find(civilStatus, path, { number }, guardiansSchema, (found) =>
          isAbout(found, number),
        );
        return answer.kind === 'found' ? { kind: 'found', value: answer.value.guardians } : answer;
      },
    },
    organisations: {
      findOrganisation: (number) =>
        find(
          organisations,
          '/organisations/organisations',
          { number },
          organisationSchema,
          (found) => isAbout(found, number),
        ),
    },
    matcher: openMatcher(open('matcher', MATCHER_PATIENCE)),
    feed: openFeed(open('feed')),
  };
}

function openMatcher(system: OutsideSystem): StateRegisters['matcher'] {
  return {
    async match({ sample, ...request }) {
      const body = { ...request, sample: sent(sample) };
      return judgement(await system.ask('/matcher/matches', body, matchSchema));
    },
    async enrol({ samples, ...request }) {
      const body = { ...request, samples: samples.map(sent) };
      return judgement(await system.ask('/matcher/enrolments', body, enrolmentSchema));
    },
  };
}

const FEED_PATHS: Readonly<Record<RegisterName, string>> = {
  population: '/population/events',
  immigration: '/immigration/events',
  civil_status: '/civil-status/events',
  organisations: '/organisations/events',
};

function openFeed(system: OutsideSystem): StateRegisters['feed'] {
  return {
    async events(register, after, limit) {
      const answer = await system.ask(FEED_PATHS[register], { after, limit }, eventsSchema);
      if (answer.kind !== 'answered') return unknown(answer);
      if (answer.value.events.length > limit) return { kind: 'unknown', reason: 'nonsense' };
      return { kind: 'found', value: answer.value.events };
    },
  };
}

/** A record of somebody else is no answer, whoever mixed them up. */
async function find<Value>(
  system: OutsideSystem,
  path: string,
  asked: object,
  schema: z.ZodType<Value>,
  isAsked: (found: Value) => boolean,
): Promise<RegisterAnswer<Value>> {
  const answer = await system.ask(path, asked, lookupSchema(schema));
  if (answer.kind !== 'answered') return unknown(answer);
  if (answer.value.result === 'not_found') return { kind: 'not_found' };
  const { record } = answer.value;
  return isAsked(record)
    ? { kind: 'found', value: record }
    : { kind: 'unknown', reason: 'nonsense' };
}

function isAbout(found: { readonly number: string }, number: string): boolean {
  return found.number === number;
}

function judgement<Outcome extends string>(
  answer: OutsideAnswer<
    | { readonly result: 'not_found' }
    | { readonly result: 'judged'; readonly outcome: Outcome; readonly evidenceId: string }
  >,
): RegisterAnswer<{ readonly outcome: Outcome; readonly evidenceId: string }> {
  if (answer.kind !== 'answered') return unknown(answer);
  if (answer.value.result === 'not_found') return { kind: 'not_found' };
  const { outcome, evidenceId } = answer.value;
  return { kind: 'found', value: { outcome, evidenceId } };
}

/** A system that does not want our question says nothing about the person. */
function unknown(answer: Exclude<OutsideAnswer<never>, { kind: 'answered' }>): {
  readonly kind: 'unknown';
  readonly reason: 'timed_out' | 'unreachable' | 'nonsense' | 'circuit_open';
} {
  return answer.kind === 'refused' ? { kind: 'unknown', reason: 'nonsense' } : answer;
}

function sent({ kind, mediaType, bytes }: BiometricSample): object {
  return { kind, mediaType, data: Buffer.from(bytes).toString('base64') };
}
