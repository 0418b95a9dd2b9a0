import type { AuthenticationLevel, Requirement } from './assurance.ts';
import type { Factor } from './factors.ts';

/** What the factors that count amount to, as it is told to the relying party. */
export interface AuthenticationContext {
  readonly acr: string;
  /** RFC 8176. */
  readonly amr: readonly string[];
  /** Epoch seconds: the oldest factor that carries the `acr`. */
  readonly authTime: number;
  readonly authenticationLevel: AuthenticationLevel;
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

/** The freshest factor of a kind that meets the requirement. */
export function carrier(
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
