import assert from 'node:assert/strict';

import fc from 'fast-check';

import type { Case, CaseStatus } from '../../../enrolment/case.ts';
import { afterStep, type StepFacts } from '../../../enrolment/cases/after-step.ts';
import { newSummary, type CaseSummary } from '../../../enrolment/cases/case-summary.ts';
import { judgeStep, type ActorFacts } from '../../../enrolment/cases/judge-step.ts';
import { CASE_KINDS, kindDefinition } from '../../../enrolment/cases/kinds.ts';
import type { KindDefinition } from '../../../enrolment/cases/step-definition.ts';
import type { StepName } from '../../../enrolment/cases/vocabulary.ts';
import type { OfficeKind, StaffRole } from '../../../enrolment/staff.ts';
import { workingDays } from '../../../enrolment/working-days.ts';
import { messages } from '../../../web/i18n/messages.ts';

const NOW = Date.parse('2026-11-16T03:00:00Z');
const ROLES: readonly StaffRole[] = [
  'receiving_officer',
  'deciding_authority',
  'supervisor',
  'auditor',
];
const OFFICES: readonly OfficeKind[] = [
  'commune_police',
  'provincial_police',
  'immigration',
  'identification_authority',
];
const CLOSED: readonly CaseStatus[] = ['refused', 'withdrawn', 'done'];

function person(name: string, office: OfficeKind, role: StaffRole): ActorFacts {
  const works = { officeId: `office_${office}` as const, roles: [role], office };
  return { kind: 'staff', accountId: `acc_${name}`, works, related: false };
}

/** Everybody who could come along: each role in each office, a holder, an applicant, the program. */
const PEOPLE: readonly ActorFacts[] = [
  ...OFFICES.flatMap((office) => ROLES.map((role) => person(`${office}_${role}`, office, role))),
  person('second', 'identification_authority', 'deciding_authority'),
  { kind: 'holder', accountId: 'acc_holder', works: undefined, related: true },
  { kind: 'applicant', accountId: undefined, works: undefined, related: false },
  { kind: 'system', accountId: undefined, works: undefined, related: false },
];

interface Stand {
  readonly row: Case;
  readonly summary: CaseSummary;
}

function start({ kind, steps }: KindDefinition, office: OfficeKind): Stand {
  const openedBy = steps[0]?.by.includes('staff') === true ? 'counter' : 'applicant';
  const receivedBy = openedBy === 'counter' ? (`office_${office}` as const) : undefined;
  const summary: CaseSummary = {
    ...newSummary({ openedBy, asked: { number: '1' } }),
    receivedBy,
    done: { opened: { sequence: 1, at: NOW } },
  };
  const row: Case = {
    id: 'case_1',
    kind,
    status: 'collecting',
    officeId: receivedBy,
    receivedBy,
    applicantNumber: '1',
    accountId: undefined,
    guardianId: undefined,
    summary,
    version: 1,
    openedAt: NOW,
    dueAt: undefined,
    nextAt: undefined,
    closedAt: undefined,
  };
  return { row, summary };
}

function facts(actor: ActorFacts, name: StepName, matches: boolean): StepFacts {
  const staff = {
    kind: 'staff',
    staffId: 'staff_1',
    accountId: actor.accountId ?? 'acc_none',
  } as const;
  const captured = { outcome: matches ? 'match' : 'no_match', evidenceId: 'e' } as const;
  return {
    now: NOW,
    days: workingDays(),
    actor: actor.kind === 'staff' ? staff : { kind: 'system' },
    input: { values: { step: 'documents_checked' }, sample: undefined, reason: 'r' },
    authority: 'office_identification_authority',
    captured: name.endsWith('_captured') ? captured : undefined,
    applicant: undefined,
    activation: undefined,
    requestId: undefined,
  };
}

const aKind = fc.constantFrom(...CASE_KINDS);
const anOffice = fc.constantFrom(...OFFICES);
/** Which of all steps that somebody may take is taken; the lowest bit says what the matcher finds. */
const someMoves = fc.array(fc.nat(), { maxLength: 60 });
const RUNS = { numRuns: 60 };

function wander(
  definition: KindDefinition,
  office: OfficeKind,
  picks: readonly number[],
  onTaken: Parameters<typeof play>[3],
): void {
  let stand = start(definition, office);
  for (const pick of picks) {
    const open = definition.steps.flatMap((row) =>
      row.name === 'opened'
        ? []
        : PEOPLE.filter((actor) => judgeStep(row, stand.row, stand.summary, actor).allowed).map(
            (actor) => ({ row, actor }),
          ),
    );
    const chosen = open[(pick >> 1) % Math.max(1, open.length)];
    if (chosen === undefined) return;
    const { row, actor } = chosen;
    const given = facts(actor, row.name, pick % 2 === 0);
    const after = afterStep(stand.row, stand.summary, row, given);
    onTaken(stand, row.name, actor, after);
    stand = after;
  }
}

/** Tries each move in turn; `onTaken` sees what was before and what came of it. */
function play(
  definition: KindDefinition,
  office: OfficeKind,
  moves: readonly { step: StepName; actor: ActorFacts; matches: boolean }[],
  onTaken: (before: Stand, step: StepName, actor: ActorFacts, after: Stand) => void,
): void {
  let stand = start(definition, office);
  for (const { step, actor, matches } of moves) {
    const row = definition.steps.find(({ name }) => name === step);
    if (row === undefined || step === 'opened') continue;
    if (!judgeStep(row, stand.row, stand.summary, actor).allowed) continue;
    const after = afterStep(stand.row, stand.summary, row, facts(actor, step, matches));
    onTaken(stand, step, actor, after);
    stand = after;
  }
}

describe('Kinds of cases', () => {
  it('never decide twice, and never go on after their end, whatever is tried', () => {
    fc.assert(
      fc.property(aKind, anOffice, someMoves, (kind, office, moves) => {
        let decisions = 0;
        wander(kind, office, moves, (before, step) => {
          assert.ok(!CLOSED.includes(before.row.status), `${step} after the end`);
          if (['approved', 'refused', 'carried_out'].includes(step)) decisions += 1;
        });
        assert.ok(decisions <= 1);
      }),
      RUNS,
    );
  });

  it('are approved only with everything they need, by somebody who had no hand in them', () => {
    fc.assert(
      fc.property(aKind, anOffice, someMoves, (kind, office, moves) => {
        const hands = new Set<string | undefined>();
        wander(kind, office, moves, (before, step, actor) => {
          if (step === 'approved') {
            const { needs = [] } = kind.steps.find(({ name }) => name === 'approved') ?? {};
            for (const need of needs) {
              const applies =
                need !== 'guardian_present' &&
                (kind.kind !== 'organisation' || need !== 'forwarded');
              if (applies) assert.ok(before.summary.done[need], need);
            }
            if (actor.kind === 'staff') {
              assert.ok(!hands.has(actor.accountId));
              assert.equal(actor.works?.office, 'identification_authority');
            }
          }
          if (step !== 'returned') hands.add(actor.accountId);
        });
      }),
      RUNS,
    );
  });

  it('can all be brought to their good end by the people they name', () => {
    for (const definition of CASE_KINDS) {
      const [opening] = definition.steps;
      const office = opening?.offices[0] ?? 'commune_police';
      const order = definition.steps.map(({ name }) => name);
      const ends = new Set<CaseStatus>();
      const good = order.filter(
        (name) =>
          !['undone', 'withdrawn', 'refused', 'returned', 'found_incomplete'].includes(name),
      );
      const moves = [...good, ...good].flatMap((step) =>
        PEOPLE.map((actor) => ({ step, actor, matches: true })),
      );
      play(definition, office, moves, (_before, _step, _actor, { row }) => ends.add(row.status));
      assert.ok(ends.has('done'), `${definition.kind}: ${[...ends].join()}`);
    }
  });

  it('give an auditor, a closed case and somebody’s own case no step at all', () => {
    for (const { kind, steps } of CASE_KINDS) {
      for (const definition of steps) {
        for (const office of OFFICES) {
          const { row, summary } = start(kindDefinition(kind), office);
          const auditor = person('a', office, 'auditor');
          const own = { ...person('o', office, 'receiving_officer'), related: true };
          assert.equal(judgeStep(definition, row, summary, auditor).allowed, false);
          assert.equal(judgeStep(definition, row, summary, own).allowed, false);
          for (const status of CLOSED) {
            for (const actor of PEOPLE) {
              const judged = judgeStep(definition, { ...row, status }, summary, actor);
              assert.equal(judged.allowed, false);
            }
          }
        }
      }
    }
  });

  it('need no step that they do not have, and ask with no word without a text', () => {
    const texts: ReadonlySet<string> = new Set(Object.keys(messages.vi));
    const has = (key: string) => assert.ok(texts.has(key), key);
    for (const { kind, steps } of CASE_KINDS) {
      has(`case-kind.${kind}`);
      const names = steps.map(({ name }) => name);
      assert.equal(new Set(names).size, names.length, kind);
      for (const { name, needs, fields } of steps) {
        has(`case-step.${name}`);
        has(`case-happened.${name}`);
        for (const { name: field } of fields) has(`case-field.${field}`);
        if (kind !== 'organisation' || name !== 'supplemented') {
          for (const need of needs) {
            assert.ok(names.includes(need) || need === 'guardian_present', `${kind} ${need}`);
          }
        }
      }
    }
  });
});
