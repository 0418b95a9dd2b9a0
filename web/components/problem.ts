/** Something the person must put right, already in their language; with the id of the field it is about. */
export interface Problem {
  readonly text: string;
  readonly field?: string | undefined;
}

export function problemOf(problems: readonly Problem[], field: string): string | undefined {
  return problems.find((problem) => problem.field === field)?.text;
}
