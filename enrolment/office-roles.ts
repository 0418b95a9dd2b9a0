import type { OfficeKind, StaffRole } from './staff.ts';

export const OFFICE_KINDS = [
  'commune_police',
  'provincial_police',
  'immigration',
  'identification_authority',
] as const satisfies readonly OfficeKind[];

/**
 * What there is to do in an office of each kind (D69, Arts. 10, 11 and 13): counters receive, and the identification
 * authority at the Ministry decides.
 */
export const OFFICE_ROLES: Readonly<Record<OfficeKind, readonly StaffRole[]>> = {
  commune_police: ['receiving_officer', 'supervisor', 'auditor'],
  provincial_police: ['receiving_officer', 'supervisor', 'auditor'],
  immigration: ['receiving_officer', 'supervisor', 'auditor'],
  identification_authority: ['deciding_authority', 'supervisor', 'auditor'],
};
