import { calendarRow } from '../calendar-store.ts';
import { changes, does, inserts, type Writers } from './step.ts';

/** What the program itself goes by. */
export function programWrites(): Writers<'calendar_day' | 'cursor'> {
  return {
    calendar_day({ date, day }) {
      if (day === undefined) {
        return [
          does((transaction) => transaction.deleteFrom('calendar_days').where('date', '=', date)),
        ];
      }
      const { date: decided, ...rest } = calendarRow(day);
      if (decided !== date) throw new RangeError('a day is entered under its own date');
      return [
        does((transaction) =>
          transaction
            .insertInto('calendar_days')
            .values({ date, ...rest })
            .onConflict((conflict) => conflict.column('date').doUpdateSet(rest)),
        ),
      ];
    },

    cursor({ name, from, position, at }) {
      if (from === undefined) {
        const row = { name, position, version: 1, moved_at: at };
        return [
          inserts((transaction) =>
            transaction
              .insertInto('cursors')
              .values(row)
              .onConflict((conflict) => conflict.column('name').doNothing()),
          ),
        ];
      }
      return [
        changes((transaction) =>
          transaction
            .updateTable('cursors')
            .set({ position, version: from.version + 1, moved_at: at })
            .where('name', '=', name)
            .where('version', '=', from.version),
        ),
      ];
    },
  };
}
