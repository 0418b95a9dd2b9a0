export interface Limit {
  readonly days: number;
  /** `calendar` days run through weekends and holidays, but do not end on one (Civil Code, Art. 148). */
  readonly unit: 'working' | 'calendar';
  readonly source: string;
}
