import type { AccountId, CaseId, GuardianshipId } from '../ids.ts';

/** Why somebody may act for another. */
export type GuardianshipBasis =
  | 'parent'
  | 'appointed_guardian'
  | 'represented_adult'
  | 'legal_representative_of_organisation';

/** Who may act for whom, and since when (D69, Arts. 10, 11 and 14(2); domain, section 1.4). Several may act for one ward. */
export interface Guardianship {
  readonly id: GuardianshipId;
  readonly guardianId: AccountId;
  readonly wardId: AccountId;
  readonly basis: GuardianshipBasis;
  /** `YYYY-MM-DD` in Viet Nam, first and last day. */
  readonly fromDate: string;
  readonly untilDate: string | undefined;
  readonly caseId: CaseId | undefined;
  readonly createdAt: number;
  /** Epoch ms: it was ended by somebody. */
  readonly endedAt: number | undefined;
}

export interface GuardianshipStore {
  /** Those not ended, oldest first. */
  ofGuardian(guardianId: AccountId): Promise<readonly Guardianship[]>;
  ofWard(wardId: AccountId): Promise<readonly Guardianship[]>;
  find(guardianId: AccountId, wardId: AccountId): Promise<Guardianship | undefined>;
  /** All those not ended, by their ids, from behind `after` on: for who goes through them. */
  page(after: GuardianshipId | undefined, limit: number): Promise<readonly Guardianship[]>;
}
