import { ruleInForce, type LegalRule } from '../accounts/legal-rules.ts';
import { dateInVietNam } from '../accounts/vietnam-date.ts';
import type { OfficeKind, StaffRole } from './staff.ts';

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
