import { isDeepStrictEqual } from 'node:util';

import { dateInVietNam } from '../../accounts/vietnam-date.ts';

/**
 * What a request says about one place in the data (OIDC4IDA 1.0, sections 5.3 to 5.5): a value and what it may be, an
 * object and which of its members, a list and which of its entries.
 */
export type Template =
  | Leaf
  | Members
  | { readonly kind: 'entries'; readonly entries: readonly Template[] };

export interface Members {
  readonly kind: 'members';
  readonly members: readonly (readonly [string, Template])[];
  /** Without these the schema does not allow the object: it is left out as a whole (section 5.7.5). */
  readonly needs: readonly string[];
}

export interface Leaf {
  readonly kind: 'leaf';
  /** `value`, `values`; undefined: any. */
  readonly allowed: readonly unknown[] | undefined;
  /** Seconds. */
  readonly maxAge: number | undefined;
}

/** `met`: every constraint holds; `value`: what was asked for of what there is, undefined when that is nothing. */
export interface Selection {
  readonly met: boolean;
  readonly value: unknown;
}

/** The part of `data` a template asks for, and whether it satisfies what the template demands. Pure. */
export function select(template: Template, data: unknown, now: number): Selection {
  switch (template.kind) {
    case 'leaf':
      return { met: satisfies(template, data, now), value: data };
    case 'members':
      return selectMembers(template, data, now);
    case 'entries':
      return selectEntries(template.entries, data, now);
    default:
      return template satisfies never;
  }
}

function selectMembers({ members, needs }: Members, data: unknown, now: number): Selection {
  const found = members.map(
    ([name, template]) => [name, select(template, memberOf(data, name), now)] as const,
  );
  const there = new Map(
    found.flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value]])),
  );
  const told = there.size > 0 && needs.every((name) => there.has(name));
  return {
    met: found.every(([, { met }]) => met),
    value: told ? Object.fromEntries(there) : undefined,
  };
}

/** Entries are filters linked by OR; of several that fit one entry of the data, the first says what is told of it. */
function selectEntries(entries: readonly Template[], data: unknown, now: number): Selection {
  const list: readonly unknown[] = Array.isArray(data) ? data : [];
  const selected = list
    .map((item) => entries.map((entry) => select(entry, item, now)).find(({ met }) => met))
    .map((selection) => selection?.value)
    .filter((value) => value !== undefined);
  if (selected.length > 0) return { met: true, value: selected };
  return { met: !entries.every((entry) => isConstrained(entry)), value: undefined };
}

function memberOf(data: unknown, name: string): unknown {
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, name)) return undefined;
  return (data as Readonly<Record<string, unknown>>)[name];
}

/** What is not there satisfies no constraint, and is simply left out where there is none. */
function satisfies({ allowed, maxAge }: Leaf, data: unknown, now: number): boolean {
  if (allowed !== undefined && !allowed.some((value) => isDeepStrictEqual(value, data))) {
    return false;
  }
  return maxAge === undefined || isYoungerThan(maxAge, data, now);
}

function isConstrained(template: Template): boolean {
  switch (template.kind) {
    case 'leaf':
      return template.allowed !== undefined || template.maxAge !== undefined;
    case 'members':
      return template.members.some(([, member]) => isConstrained(member));
    case 'entries':
      return template.entries.some((entry) => isConstrained(entry));
    default:
      return template satisfies never;
  }
}

/** Of a date, the time since its last second counts; here days end at midnight in Viet Nam. */
function isYoungerThan(maxAgeSeconds: number, data: unknown, now: number): boolean {
  if (typeof data !== 'string') return false;
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(data);
  if (isDate && data >= dateInVietNam(now)) return true;
  const at = Date.parse(isDate ? `${data}T23:59:59+07:00` : data);
  return now - at <= maxAgeSeconds * 1000;
}
