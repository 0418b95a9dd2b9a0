/** A day that is not what its weekday says (domain, section 7). Edited yearly by an administrator. */
export interface CalendarDay {
  /** `YYYY-MM-DD` in Viet Nam. */
  readonly date: string;
  /** `off`: holiday or compensation; `make_up`: a Saturday or Sunday on which offices work. */
  readonly kind: 'off' | 'make_up';
  /** The decision it rests on, for whoever checks. */
  readonly source: string;
  /** Account of who entered it, or `statute`. */
  readonly decidedBy: string;
  readonly decidedAt: number;
}

export interface CalendarStore {
  /** In the order of their dates. */
  between(from: string, to: string): Promise<readonly CalendarDay[]>;
}
