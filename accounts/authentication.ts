import type { PasskeyId } from '../ids.ts';
import type { AccountLevel } from './account.ts';
import type { AcrOption, AcrRequest } from './acr-request.ts';
import { LADDER, type AuthenticationLevel, type Requirement } from './assurance.ts';
import type { Factor, FactorAudience, SessionReuse } from './factors.ts';

/** A factor proven within the transaction itself counts as fresh for so long. */
const TRANSACTION_FRESH_SECONDS = 15 * 60;

/** Everything that decides which factors of a ledger count for one request. */
export interface FactorScope {
  /** Epoch ms. */
  readonly now: number;
  readonly transaction: string;
  readonly audience: FactorAudience;
  readonly reuse: SessionReuse;
  /** `max_age`, applied to each factor. */
  readonly maxAgeSeconds: number | undefined;
  /** `prompt=login` (or `max_age=0`): nothing proven before this transaction counts. */
  readonly freshOnly: boolean;
  readonly livePasskeys: ReadonlySet<PasskeyId>;
}

/** What the factors that count amount to, as it is told to the relying party. */
export interface AuthenticationContext {
  readonly acr: string;
  /** RFC 8176. */
  readonly amr: readonly string[];
  /** Epoch seconds: the oldest factor that carries the `acr`. */
  readonly authTime: number;
  readonly authenticationLevel: AuthenticationLevel;
}

export type AssuranceDecision =
  | { readonly kind: 'satisfied'; readonly option: AcrOption; readonly context: AuthenticationContext }
  | { readonly kind: 'insufficient'; readonly option: AcrOption; readonly missing: MissingFactor }
  | { readonly kind: 'unreachable' };

export type MissingFactor = 'any' | 'passkey' | 'device_bound_passkey' | 'biometric';

/** Design, section 2, rules 3 and 6. Pure. */
export function usableFactors(factors: readonly Factor[], scope: FactorScope): readonly Factor[] {
  return factors.filter((factor) => {
    if (factor.method === 'passkey' && !scope.livePasskeys.has(factor.passkeyId)) return false;
    const ageSeconds = (scope.now - factor.at) / 1000;
    if (factor.transaction === scope.transaction) {
      return ageSeconds <= Math.max(TRANSACTION_FRESH_SECONDS, scope.maxAgeSeconds ?? 0);
    }
    if (scope.freshOnly) return false;
    if (scope.maxAgeSeconds !== undefined && ageSeconds > scope.maxAgeSeconds) return false;
    return mayReuse(factor.audience, scope);
  });
}

/** Design, section 2, rule 6; D69, Art. 19(4). */
function mayReuse(provenFor: FactorAudience, { reuse, audience }: FactorScope): boolean {
  const sameOrganisation = provenFor.organisationId === audience.organisationId;
  switch (reuse) {
    case 'never':
      return false;
    case 'same-organisation':
      return sameOrganisation;
    case 'public-services':
      return sameOrganisation || (provenFor.publicService && audience.publicService);
    default:
      return reuse satisfies never;
  }
}

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
  const reachable = facts.request.options.filter(({ requirement }) => isReachable(requirement, facts));
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
export function missingFactor(
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

/** The freshest factor of a kind that meets the requirement. */
function carrier(
  method: 'passkey' | 'biometric',
  requirement: Requirement,
  factors: readonly Factor[],
): Factor | undefined {
  return freshest(
    factors.filter(
      (factor) =>
        factor.method === method &&
        !(factor.method === 'passkey' && requirement.deviceBound && !factor.deviceBound),
    ),
  );
}

function freshest(factors: readonly Factor[]): Factor | undefined {
  return factors.reduce<Factor | undefined>(
    (best, factor) => (best === undefined || factor.at > best.at ? factor : best),
    undefined,
  );
}

/** The factors a requirement rests on: one of each kind it names, or the freshest of all when it names none. */
function carriers(requirement: Requirement, factors: readonly Factor[]): readonly Factor[] {
  const named = [
    requirement.passkey ? carrier('passkey', requirement, factors) : undefined,
    requirement.biometric ? carrier('biometric', requirement, factors) : undefined,
  ].filter((factor) => factor !== undefined);
  if (named.length > 0) return named;
  const any = freshest(factors);
  return any === undefined ? [] : [any];
}

/** The strongest rung of our ladder these factors reach; undefined when nothing was proven. */
export function reachedAcr(
  accountLevel: AccountLevel,
  factors: readonly Factor[],
): { readonly value: string; readonly requirement: Requirement } | undefined {
  return LADDER.findLast(({ requirement }) => satisfies(requirement, accountLevel, factors));
}

/** A value of another vocabulary is told back as asked; on our own ladder the strongest rung reached is told. */
function describe(option: AcrOption, { accountLevel, factors }: AssuranceFacts): AuthenticationContext {
  const reached = reachedAcr(accountLevel, factors);
  const told =
    option.foreignValue === undefined && reached !== undefined
      ? reached
      : { value: option.foreignValue ?? '', requirement: option.requirement };
  return contextOf(told.value, told.requirement, factors);
}

export function contextOf(
  acr: string,
  requirement: Requirement,
  factors: readonly Factor[],
): AuthenticationContext {
  const oldest = Math.min(...carriers(requirement, factors).map(({ at }) => at));
  return {
    acr,
    amr: methodReferences(factors),
    authTime: Math.floor(oldest / 1000),
    authenticationLevel: authenticationLevel(factors),
  };
}

/**
 * Mức độ xác thực (D69, Art. 20). A passkey under user verification proves possession and a local PIN or face that
 * nobody can tell apart: two factors, never a biometric one, nor surely something known (design, section 2, rule 4).
 */
export function authenticationLevel(factors: readonly Factor[]): AuthenticationLevel {
  const methods = new Set(factors.map(({ method }) => method));
  const held = methods.has('passkey') || methods.has('otp');
  const known = methods.has('pwd');
  if (methods.has('biometric')) {
    if (held && known) return 4;
    return methods.size > 1 ? 3 : 1;
  }
  if (methods.has('passkey') || methods.size > 1) return 2;
  return methods.size === 0 ? 0 : 1;
}

/** RFC 8176, section 2, in a stable order. */
function methodReferences(factors: readonly Factor[]): readonly string[] {
  const references = factors.flatMap((factor): string[] => {
    switch (factor.method) {
      case 'pwd':
        return ['pwd'];
      case 'otp':
        return factor.channel === 'sms' ? ['otp', 'sms'] : ['otp'];
      case 'passkey':
        return ['pop', 'user', factor.deviceBound ? 'hwk' : 'swk'];
      case 'biometric':
        return ['face'];
      default:
        return factor satisfies never;
    }
  });
  if (authenticationLevel(factors) >= 2) references.push('mfa');
  return [...new Set(references)];
}
