import type { Members, Template } from './template.ts';

/**
 * What of `verification` tells something about the person, beyond how surely they are known, which every ID token tells:
 * each is agreed to together with the claim it comes with, and stands under the claim whose entitlement it needs.
 */
export const DETAILS = {
  time: { members: ['time', 'created_at'], governedBy: undefined },
  // A card or a passport, one register or the other: citizen or foreigner.
  evidence: { members: ['evidence'], governedBy: 'subject_type' },
  document_expiry: { members: ['date_of_expiry'], governedBy: 'document' },
  // A citizen's card bears the identification number.
  document_number: { members: ['document_number'], governedBy: 'personal_identification_number' },
} as const satisfies Readonly<Record<string, DetailDefinition>>;

interface DetailDefinition {
  /** Members of that name, wherever they stand in `verification`. */
  readonly members: readonly string[];
  /** A claim about the person; a client that may not have it gets none of these members. */
  readonly governedBy: string | undefined;
}

export type Detail = keyof typeof DETAILS;

export const DETAIL_NAMES = Object.keys(DETAILS) as readonly Detail[];

const detailOfMember: ReadonlyMap<string, Detail> = new Map(
  DETAIL_NAMES.flatMap((detail) => DETAILS[detail].members.map((name) => [name, detail] as const)),
);

/** Which of them a request asks for, to be told or to filter by. */
export function detailsAsked(verification: Members): ReadonlySet<Detail> {
  return new Set(detailsIn(verification));
}

function detailsIn(template: Template): readonly Detail[] {
  switch (template.kind) {
    case 'leaf':
      return [];
    case 'members':
      return template.members.flatMap(([name, member]) => {
        const detail = detailOfMember.get(name);
        return [...(detail === undefined ? [] : [detail]), ...detailsIn(member)];
      });
    case 'entries':
      return template.entries.flatMap(detailsIn);
    default:
      return template satisfies never;
  }
}

/** `verification` as if nothing else were known: neither told nor compared with anything. */
export function withoutDetails(data: unknown, allowed: ReadonlySet<Detail>): unknown {
  if (Array.isArray(data)) return data.map((item) => withoutDetails(item, allowed));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data)
      .filter(([name]) => {
        const detail = detailOfMember.get(name);
        return detail === undefined || allowed.has(detail);
      })
      .map(([name, value]) => [name, withoutDetails(value, allowed)]),
  );
}
