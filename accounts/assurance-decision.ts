import type { AccountLevel } from './account.ts';
import type { AcrOption, AcrRequest } from './acr-request.ts';
import { LADDER, type Requirement } from './assurance.ts';
import {
  authenticationLevel,
  carrier,
  contextOf,
  type AuthenticationContext,
} from './authentication-context.ts';
import type { Factor } from './factors.ts';

export type AssuranceDecision =
  | {
      readonly kind: 'satisfied';
      readonly option: AcrOption;
      readonly context: AuthenticationContext;
    }
  | { readonly kind: 'insufficient'; readonly option: AcrOption; readonly missing: MissingFactor }
  | { readonly kind: 'unreachable' };

export type MissingFactor = 'any' | 'passkey' | 'device_bound_passkey' | 'biometric';

export interface AssuranceFacts {
  readonly request: AcrRequest;
  readonly accountLevel: AccountLevel;
  /** Already narrowed by `usableFactors`. */
  readonly factors: readonly Factor[];
  /** Whether a match against the State's biometric record can be had at all. */
  readonly biometricAvailable: boolean;
  /** False for `prompt=none`: what is not proven now cannot be proven. */
  readonly interactive: boolean;
}

/** Design, section 2, rule 2: the first value that can be satisfied wins; nothing below it is ever given. Pure. */
export function decideAssurance(facts: AssuranceFacts): AssuranceDecision {
  const reachable = facts.request.options.filter(({ requirement }) =>
    isReachable(requirement, facts),
  );
  const [first] = reachable;
  if (first === undefined) return { kind: 'unreachable' };
  const candidates = facts.interactive ? [first] : reachable;
  for (const option of candidates) {
    if (missingFactor(option.requirement, facts.factors) === undefined) {
      return { kind: 'satisfied', option, context: describe(option, facts) };
    }
  }
  const missing = missingFactor(first.requirement, facts.factors) ?? 'any';
  return { kind: 'insufficient', option: first, missing };
}

function isReachable(
  requirement: Requirement,
  { accountLevel, biometricAvailable }: AssuranceFacts,
): boolean {
  return accountLevel >= requirement.accountLevel && (!requirement.biometric || biometricAvailable);
}

/** What is still to be proven; undefined when the factors satisfy the requirement. */
function missingFactor(
  requirement: Requirement,
  factors: readonly Factor[],
): MissingFactor | undefined {
  if (factors.length === 0) return 'any';
  if (requirement.passkey && carrier('passkey', requirement, factors) === undefined) {
    return requirement.deviceBound ? 'device_bound_passkey' : 'passkey';
  }
  if (requirement.biometric && carrier('biometric', requirement, factors) === undefined) {
    return 'biometric';
  }
  return authenticationLevel(factors) < requirement.authenticationLevel ? 'passkey' : undefined;
}

/** True when these factors, with an account of this level, meet the requirement. */
export function satisfies(
  requirement: Requirement,
  accountLevel: AccountLevel,
  factors: readonly Factor[],
): boolean {
  return (
    accountLevel >= requirement.accountLevel && missingFactor(requirement, factors) === undefined
  );
}

/** The strongest rung of our ladder these factors reach; undefined when nothing was proven. */
export function reachedAcr(
  accountLevel: AccountLevel,
  factors: readonly Factor[],
): { readonly value: string; readonly requirement: Requirement } | undefined {
  return LADDER.findLast(({ requirement }) => satisfies(requirement, accountLevel, factors));
}

/** A value of another vocabulary is told back as asked; on our own ladder the strongest rung reached is told. */
function describe(
  option: AcrOption,
  { accountLevel, factors }: AssuranceFacts,
): AuthenticationContext {
  const reached = reachedAcr(accountLevel, factors);
  const told =
    option.foreignValue === undefined && reached !== undefined
      ? reached
      : { value: option.foreignValue ?? '', requirement: option.requirement };
  return contextOf(told.value, told.requirement, factors);
}
