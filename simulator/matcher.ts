import { createHash } from 'node:crypto';

import type { MatchRecord } from './entries.ts';
import { magicOf } from './people/magic.ts';
import { registerOf, type Person } from './people/person.ts';
import { codeOf, type PictureKind } from './pictures/code.ts';
import { look } from './pictures/judge.ts';
import type { Records } from './records.ts';

export interface Sample {
  readonly kind: PictureKind;
  readonly bytes: Uint8Array;
}

interface Request {
  readonly requestId: string;
  readonly register: 'population' | 'immigration';
  readonly number: string;
}

export type Judgement =
  | { readonly kind: 'judged'; readonly record: MatchRecord }
  | { readonly kind: 'not_found' }
  /** The request id was used for something else. */
  | { readonly kind: 'mistaken' };

/** Compares pictures. Every request id is judged once, and keeps its answer. */
export interface Matcher {
  match(request: Request & { readonly sample: Sample }): Judgement;
  enrol(request: Request & { readonly samples: readonly Sample[] }): Judgement;
}

export function createMatcher(records: Records, clock: () => number): Matcher {
  const judge = (
    what: MatchRecord['what'],
    { requestId, register, number }: Request,
    outcomeFor: (person: Person) => MatchRecord['outcome'] | undefined,
  ): Judgement => {
    const before = records.findMatch(requestId);
    if (before !== undefined) {
      const same = before.what === what && before.number === number;
      return same ? { kind: 'judged', record: before } : { kind: 'mistaken' };
    }
    const person = records.world.person(number);
    if (person === undefined || person.cancelled || registerOf(person) !== register) {
      return { kind: 'not_found' };
    }
    const outcome = outcomeFor(person);
    if (outcome === undefined) return { kind: 'not_found' };
    const evidenceId = `ev-${createHash('sha256').update(requestId).digest('hex').slice(0, 24)}`;
    const record = { requestId, what, number, outcome, evidenceId, at: clock() };
    records.addMatch(record);
    return { kind: 'judged', record };
  };

  return {
    match: ({ sample, ...request }) =>
      judge('match', request, (person) =>
        person.hasBiometrics ? compared(person, sample) : undefined,
      ),
    enrol: ({ samples, ...request }) =>
      judge('enrol', request, (person) => taken(records, person, samples)),
  };
}

function compared({ number }: Person, { kind, bytes }: Sample): MatchRecord['outcome'] {
  const magic = magicOf(number);
  if (magic?.kind === 'no_match' || magic?.kind === 'poor_sample') return magic.kind;
  const seen = look(bytes);
  if (seen.kind === 'poor') return 'poor_sample';
  return seen.kind === 'drawn' && seen.code === codeOf(kind, number) ? 'match' : 'no_match';
}

/** Somebody else's biometrics are known by their pictures; nobody's are taken for a poor picture. */
function taken(
  records: Records,
  { number }: Person,
  samples: readonly Sample[],
): MatchRecord['outcome'] {
  const magic = magicOf(number);
  if (magic?.kind === 'duplicate' || magic?.kind === 'poor_sample') return magic.kind;
  for (const { kind, bytes } of samples) {
    const seen = look(bytes);
    if (seen.kind !== 'drawn') return 'poor_sample';
    if (seen.code === codeOf(kind, number)) continue;
    return isOfSomebody(records, kind, seen.code) ? 'duplicate' : 'poor_sample';
  }
  return 'enrolled';
}

function isOfSomebody({ world }: Records, kind: PictureKind, code: string): boolean {
  return world
    .people()
    .some(({ hasBiometrics, number }) => hasBiometrics && codeOf(kind, number) === code);
}
