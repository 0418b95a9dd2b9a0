import { findAcr, strictest, type AcrDefinition, type Requirement } from './assurance.ts';

/** One way to satisfy a request: everything in it must hold at once. */
export interface AcrOption {
  /**
   * Asked-for value that is not on our ladder (`phr`, `phrh`): told back as asked. An essential one goes first, because
   * the answer must be one of the essential values (OIDC Core 5.5.1.1).
   */
  readonly foreignValue: string | undefined;
  /** The values this option rests on, for pages and records. */
  readonly values: readonly string[];
  readonly requirement: Requirement;
}

export interface AcrRequest {
  /** In order of preference; empty when only unknown values were asked for. */
  readonly options: readonly AcrOption[];
}

export interface AcrQuestion {
  /** `acr_values`, split at spaces. Binding here, though OIDC Core 3.1.2.1 calls it voluntary. */
  readonly acrValues: readonly string[];
  /** The values of each essential `acr` in the `claims` parameter (OIDC Core 5.5.1.1): one of each list must be reached. */
  readonly essentialValues: readonly (readonly string[])[];
  /** The client's registered floor. */
  readonly floor: string;
}

/** Effective minimum = max(floor, `acr_values`, essential `acr`) (design, section 2, rules 1 and 2). */
export function acrRequest({ acrValues, essentialValues, floor }: AcrQuestion): AcrRequest {
  const floorDefinition = findAcr(floor);
  if (floorDefinition === undefined) throw new TypeError(`unknown floor ${floor}`);
  const preferred = alternatives(acrValues);
  const essential = everyChoice(essentialValues.map(alternatives));
  return {
    options: preferred.flatMap((first) =>
      essential.map((chosen) => combine(floorDefinition, first, chosen)),
    ),
  };
}

/** Nothing asked: one alternative that demands nothing. Only unknown values: no alternative at all. */
function alternatives(values: readonly string[]): readonly (AcrDefinition | undefined)[] {
  if (values.length === 0) return [undefined];
  const known = values.map(findAcr).filter((definition) => definition !== undefined);
  // Named a thousand times, a value is still one way: the combinations of three lists must stay few.
  return [...new Set(known)];
}

/** One of each list, in every way there is. */
function everyChoice<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return lists.reduce<readonly (readonly T[])[]>(
    (choices, list) => choices.flatMap((choice) => list.map((each) => [...choice, each])),
    [[]],
  );
}

function combine(
  floor: AcrDefinition,
  preferred: AcrDefinition | undefined,
  essential: readonly (AcrDefinition | undefined)[],
): AcrOption {
  const definitions = [...essential, preferred, floor].filter((each) => each !== undefined);
  const answered = essential.find((each) => each !== undefined) ?? preferred;
  return {
    foreignValue: answered?.rank === undefined ? answered?.value : undefined,
    values: definitions.map(({ value }) => value),
    requirement: definitions.map(({ requirement }) => requirement).reduce(strictest),
  };
}
