/** A calendar month in UTC: epoch ms, the end not included. */
export interface Month {
  /** e.g. `2026_11`. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** The month of `at` (epoch ms), or one so many months after it. */
export function monthOf(at: number, ahead = 0): Month {
  const date = new Date(at);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + ahead];
  const from = Date.UTC(year, month);
  const name = new Date(from).toISOString().slice(0, 7).replace('-', '_');
  return { name, from, to: Date.UTC(year, month + 1) };
}
