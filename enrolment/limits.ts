import { ruleInForce, type LegalRule } from '../accounts/legal-rules.ts';
import type { CaseKind } from './case.ts';

/** How long a State body may take. */
export interface Limit {
  readonly days: number;
  /** `calendar` days run through weekends and holidays, but do not end on one (Civil Code, Art. 148). */
  readonly unit: 'working' | 'calendar';
  readonly source: string;
}

/** What a limit depends on beside the kind of case. */
export interface LimitFacts {
  /** The register holds biometrics of the applicant; of an organisation: a national or sector database holds it. */
  readonly heldByRegister: boolean;
  /** Agencies' requests: a term to forward, then a term to decide. */
  readonly forwarded: boolean;
}

type LimitName =
  | 'level_1'
  | 'citizen_level_2'
  | 'with_card'
  | 'foreigner_known'
  | 'foreigner_unknown'
  | 'organisation_known'
  | 'organisation_unknown'
  | 'agency_forwarding'
  | 'agency_decision'
  | 'recovery';

const D69_ISSUE = 'D69, Art. 13';
const D69_LOCK = 'D69, Arts. 15 and 16; LoID, Art. 34';

/** `recovery`: no statute knows it. */
export const LIMITS: LegalRule<Readonly<Record<LimitName, Limit>>> = [
  {
    effectiveFrom: '2024-07-01',
    source: 'D69, Arts. 13 and 15',
    value: {
      level_1: working(1, D69_ISSUE),
      citizen_level_2: working(3, D69_ISSUE),
      with_card: working(7, D69_ISSUE),
      foreigner_known: working(3, D69_ISSUE),
      foreigner_unknown: working(7, D69_ISSUE),
      organisation_known: working(3, D69_ISSUE),
      // The text says days, not working days.
      organisation_unknown: { days: 15, unit: 'calendar', source: D69_ISSUE },
      agency_forwarding: working(1, D69_LOCK),
      agency_decision: working(2, D69_LOCK),
      // No statute knows it: held to what a first account of level 1 takes.
      recovery: working(1, 'SenID, by analogy with D69, Art. 13'),
    },
  },
];

/** Days in which the holder may activate, counted from the notice. */
export const ACTIVATION_DAYS: LegalRule<number> = [
  { effectiveFrom: '2024-07-01', source: 'D69, Art. 14; second-hand, not confirmed', value: 7 },
];

/** Undefined for what is carried out at once (TK03). */
export function limitOf(kind: CaseKind, facts: LimitFacts, date: string): Limit | undefined {
  const name = limitName(kind, facts);
  return name && ruleInForce(LIMITS, date)[name];
}

function limitName(kind: CaseKind, facts: LimitFacts): LimitName | undefined {
  switch (kind) {
    case 'citizen_level_1':
    case 'foreigner_level_1':
      return 'level_1';
    case 'citizen_level_2':
      return 'citizen_level_2';
    case 'citizen_level_2_with_card':
      return 'with_card';
    case 'foreigner_level_2':
      return facts.heldByRegister ? 'foreigner_known' : 'foreigner_unknown';
    case 'organisation':
      return facts.heldByRegister ? 'organisation_known' : 'organisation_unknown';
    case 'own_lock':
    case 'own_unlock':
      return undefined;
    case 'agency_lock':
    case 'agency_unlock':
      return facts.forwarded ? 'agency_decision' : 'agency_forwarding';
    case 'recovery':
      return 'recovery';
    default:
      return kind satisfies never;
  }
}

function working(days: number, source: string): Limit {
  return { days, unit: 'working', source };
}
