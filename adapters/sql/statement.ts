import type { Compilable, CompiledQuery } from 'kysely';

import type { NewRow, RegisterDatabase, RegisterTables } from './register-database.ts';

/**
 * A statement that is compiled once, and then only given its values: building it anew costs more than sending it.
 * `build` names a value wherever one goes; whatever else it puts in stays as it is.
 */
export function createStatement<Given extends object, Row>(
  db: RegisterDatabase,
  build: (value: <Name extends keyof Given & string>(name: Name) => Given[Name]) => Compilable<Row>,
): (values: Given) => Promise<readonly Row[]> {
  const marks = new Marks<keyof Given & string>();
  const compiled = build((name) => marks.markOf(name) as Given[typeof name]).compile();
  return async (values) => {
    const filled = marks.fill(compiled, (name) => values[name]);
    return (await db.executeQuery<Row>(filled)).rows;
  };
}

/** Inserts whole rows, all or none; compiled once for each number of rows. */
export function createInsert<Table extends keyof RegisterTables>(
  db: RegisterDatabase,
  table: Table,
  columns: readonly (keyof NewRow<Table> & string)[],
): (rows: readonly NewRow<Table>[]) => Promise<void> {
  type Place = readonly [row: number, column: keyof NewRow<Table>];
  const bySize = new Map<number, readonly [Marks<Place>, CompiledQuery]>();
  const compile = (size: number): readonly [Marks<Place>, CompiledQuery] => {
    const marks = new Marks<Place>();
    const rows = Array.from({ length: size }, (_, index) =>
      Object.fromEntries(columns.map((column) => [column, marks.markOf([index, column])])),
    );
    // Marks take the places of values, whose types are those of the columns.
    return [
      marks,
      db
        .insertInto(table)
        .values(rows as never)
        .compile(),
    ];
  };
  return async (rows) => {
    const [marks, compiled] = bySize.get(rows.length) ?? compile(rows.length);
    bySize.set(rows.length, [marks, compiled]);
    await db.executeQuery(marks.fill(compiled, ([row, column]) => rows[row]?.[column]));
  };
}

/** Stand for values while a statement is compiled. */
class Marks<Name> {
  readonly #names = new Map<unknown, Name>();

  markOf(name: Name): unknown {
    const mark = `mark ${this.#names.size}`;
    this.#names.set(mark, name);
    return mark;
  }

  fill(compiled: CompiledQuery, valueOf: (name: Name) => unknown): CompiledQuery {
    const parameters = compiled.parameters.map((parameter) => {
      const name = this.#names.get(parameter);
      return name === undefined ? parameter : valueOf(name);
    });
    return { ...compiled, parameters };
  }
}
