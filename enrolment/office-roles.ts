import { ruleInForce, type LegalRule } from '../accounts/legal-rules.ts';
import { dateInVietNam } from '../accounts/vietnam-date.ts';
import type { Office, OfficeKind, StaffRole } from './staff.ts';

export const OFFICE_KINDS = [
  'commune_police',
  'provincial_police',
  'immigration',
  'identification_authority',
] as const satisfies readonly OfficeKind[];

/** What there is to do in an office of each kind: counters receive, and the identification authority at the Ministry decides. */
export const OFFICE_ROLES: LegalRule<Readonly<Record<OfficeKind, readonly StaffRole[]>>> = [
  {
    effectiveFrom: '2024-07-01',
    source: 'D69, Arts. 10, 11 and 13',
    value: {
      commune_police: ['receiving_officer', 'supervisor', 'auditor'],
      provincial_police: ['receiving_officer', 'supervisor', 'auditor'],
      immigration: ['receiving_officer', 'supervisor', 'auditor'],
      identification_authority: ['deciding_authority', 'supervisor', 'auditor'],
    },
  },
];

export function rolesAt(kind: OfficeKind, now: number): readonly StaffRole[] {
  return ruleInForce(OFFICE_ROLES, dateInVietNam(now))[kind];
}

/**
 * Which identification authority decides what is forwarded. The law knows one, at the Ministry (D69, Arts. 13 and 15); where
 * a new one was entered before the old one was closed, the old one goes on deciding until then. What it has in hand by
 * then stays with it. Pure.
 */
export function decidingOffice(authorities: readonly Office[]): Office | undefined {
  const [first] = authorities
    .filter(({ closedAt }) => closedAt === undefined)
    .toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  return first;
}
