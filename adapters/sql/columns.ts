/** What this code wrote itself, as the shape it was written in. */
export function parseJson<T>(text: string): T {
  return JSON.parse(text) as T;
}

export function toFlag(value: boolean): 0 | 1 {
  return value ? 1 : 0;
}
