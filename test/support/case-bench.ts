import { newId, type AccountId, type CaseId, type OfficeId, type StaffId } from '../../ids.ts';
import type { Account } from '../../accounts/account.ts';
import { personas } from '../../accounts/personas.ts';
import { openStateRegisters } from '../../adapters/registers/open-state-registers.ts';
import type { Stores } from '../../adapters/stores.ts';
import { createAudit } from '../../audit/events.ts';
import type { CaseActor } from '../../enrolment/case.ts';
import type { Activation, Cases, StepData, StepOutcome } from '../../enrolment/cases/cases.ts';
import { openCases } from '../../enrolment/cases/open-cases.ts';
import type { StepName } from '../../enrolment/cases/vocabulary.ts';
import type { OfficeKind, StaffRole } from '../../enrolment/staff.ts';

const PATIENCE = { attemptMs: 4_000, totalMs: 8_000, attempts: 2 };

/** Case service over real stores and the real simulator; the clock is the test's. */
export interface CaseBench extends Pick<CaseSetting, 'stores'> {
  readonly cases: Cases;
  readonly activation: Activation;
  office(kind: OfficeKind): Promise<OfficeId>;
  /** Somebody in that office whose own account has nothing to do with anything. */
  officer(officeId: OfficeId, ...roles: readonly StaffRole[]): Promise<CaseActor>;
  persona(login: string): Promise<Account>;
  /** One step after the other, each of them must be taken. */
  go(caseId: CaseId, actor: CaseActor, ...steps: readonly [StepName, StepData?][]): Promise<number>;
  try(
    caseId: CaseId,
    actor: CaseActor,
    step: StepName,
    data?: StepData,
    more?: { readonly reason?: string; readonly requestId?: string },
  ): Promise<StepOutcome>;
  /** Codes in the messages that wait to be sent, newest first. */
  codes(): Promise<readonly string[]>;
}

export interface CaseSetting {
  readonly stores: Stores;
  readonly simulator: string;
  readonly clock: () => number;
  readonly drafted?: boolean;
  readonly patience?: typeof PATIENCE;
}

export function caseBench({ stores, simulator, clock, ...more }: CaseSetting): CaseBench {
  const registers = openStateRegisters({
    url: simulator,
    clock,
    patience: more.patience ?? PATIENCE,
    onOutcome: () => {},
  });
  const audit = createAudit(stores.audit, clock);
  const drafted = more.drafted ?? false;
  const { cases, activation } = openCases({ stores, registers, audit, clock, drafted });

  async function attempt(
    caseId: CaseId,
    actor: CaseActor,
    step: StepName,
    data: StepData = {},
    given: { readonly reason?: string; readonly requestId?: string } = {},
  ): Promise<StepOutcome> {
    const seen = await stores.cases.find(caseId);
    const seenVersion = seen?.version ?? 0;
    return cases.take({ caseId, seenVersion, step, actor, data, ...given });
  }

  return {
    stores,
    cases,
    activation,
    async office(kind) {
      const id = newId('office');
      const name = { vi: kind, en: kind };
      const office = { id, kind, name, province: '01', createdAt: clock(), closedAt: undefined };
      await stores.writer.apply([{ kind: 'office', office }]);
      return id;
    },
    async officer(officeId, ...roles) {
      const accountId = newId('acc');
      const staffId: StaffId = newId('staff');
      await stores.writer.apply([
        { kind: 'account_added', account: plainAccount(accountId, clock()) },
        {
          kind: 'staff_added',
          member: { id: staffId, accountId, officeId, roles, since: clock(), endedAt: undefined },
        },
      ]);
      return { kind: 'staff', staffId, accountId };
    },
    async persona(login) {
      const known = await stores.accounts.findByIdentifier(login);
      if (known !== undefined) return known;
      const persona = personas(clock()).find((each) => each.login === login);
      if (persona === undefined) throw new Error(`no persona ${login}`);
      const common = { id: newId('acc'), guardianId: undefined, createdAt: clock() };
      const account: Account = { ...persona.account, ...common };
      await stores.writer.apply([{ kind: 'account_added', account }]);
      return account;
    },
    async go(caseId, actor, ...steps) {
      let version = 0;
      for (const [step, data] of steps) {
        const outcome = await attempt(caseId, actor, step, data, { reason: 'test' });
        if (outcome.kind !== 'taken') throw new Error(`${step}: ${JSON.stringify(outcome)}`);
        version = outcome.version;
      }
      return version;
    },
    try: attempt,
    async codes() {
      const waiting = await stores.deliveries.list({ limit: 100 });
      return waiting.flatMap(({ payload }) => {
        const text = (payload as { text?: string }).text ?? '';
        return /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(text) ?? [];
      });
    },
  };
}

let officers = 0;

function plainAccount(id: AccountId, now: number): Account {
  officers += 1;
  return {
    id,
    subjectType: 'citizen',
    level: 2,
    identifier: `0990700${String(officers).padStart(5, '0')}`,
    name: 'Cán Bộ Thử',
    birthdate: '1980-01-01',
    sex: 'female',
    nationalities: ['VNM'],
    phone: undefined,
    email: undefined,
    address: undefined,
    document: undefined,
    residencePermit: undefined,
    guardianId: undefined,
    activatedAt: now,
    createdAt: now,
  };
}
