import type { CalendarDay, CalendarStore } from '../../enrolment/calendar.ts';
import type { NewRow, RegisterDatabase } from './register-database.ts';

export class SqlCalendarStore implements CalendarStore {
  readonly #db: RegisterDatabase;

  constructor(db: RegisterDatabase) {
    this.#db = db;
  }

  async between(from: string, to: string): Promise<readonly CalendarDay[]> {
    const rows = await this.#db
      .selectFrom('calendar_days')
      .selectAll()
      .where('date', '>=', from)
      .where('date', '<=', to)
      .orderBy('date')
      .execute();
    return rows.map((row) => ({
      date: row.date,
      kind: row.kind,
      source: row.source,
      decidedBy: row.decided_by,
      decidedAt: row.decided_at,
    }));
  }
}

export function calendarRow(day: CalendarDay): NewRow<'calendar_days'> {
  return {
    date: day.date,
    kind: day.kind,
    source: day.source,
    decided_by: day.decidedBy,
    decided_at: day.decidedAt,
  };
}
