import type { AccountLevel } from '../../../accounts/account.ts';
import type { Factor, FactorAudience, SessionReuse } from '../../../accounts/factors.ts';
import type { PasskeyId } from '../../../ids.ts';

/** One authorization request meeting one session: everything that section 2 of the design speaks of. */
export interface World {
  readonly accountLevel: AccountLevel;
  readonly ledger: readonly Factor[];
  readonly acrValues: readonly string[];
  readonly essentialValues: readonly string[];
  readonly floor: string;
  readonly maxAgeSeconds: number | undefined;
  readonly freshOnly: boolean;
  readonly reuse: SessionReuse;
  readonly audience: FactorAudience;
  readonly transaction: string;
  readonly now: number;
  readonly livePasskeys: ReadonlySet<PasskeyId>;
  readonly biometricAvailable: boolean;
  readonly interactive: boolean;
}

/**
 * What section 2 of the design says must come out, in one line of text per answer. Written from that section, value by
 * value, without the table, the requirements or any function of `accounts/`: it must be able to disagree with them.
 */
export function expectedAnswer(world: World): string {
  return answerOn(countingFactors(world), world);
}

/** Rules 3 and 6: which factors count at all. */
export function countingFactors(world: World): readonly Factor[] {
  return world.ledger.filter((factor) => {
    const removed = factor.method === 'passkey' && !world.livePasskeys.has(factor.passkeyId);
    if (removed) return false;
    const age = world.now - factor.at;
    const ofThisLogin = factor.transaction === world.transaction;
    if (ofThisLogin) return age <= 15 * 60_000 || age <= (world.maxAgeSeconds ?? 0) * 1000;
    const tooOld = world.maxAgeSeconds !== undefined && age > world.maxAgeSeconds * 1000;
    return !world.freshOnly && !tooOld && reusable(factor.audience, world);
  });
}

/** Rule 6. */
function reusable(provenFor: FactorAudience, { reuse, audience }: World): boolean {
  if (reuse === 'never') return false;
  if (provenFor.organisationId === audience.organisationId) return true;
  return reuse === 'public-services' && provenFor.publicService && audience.publicService;
}

/** Rules 1 and 2, on the factors that count. */
export function answerOn(factors: readonly Factor[], world: World): string {
  const known = (values: readonly string[]) => values.filter((value) => value in needs);
  const preferred = known(world.acrValues);
  const essential = known(world.essentialValues);
  const nothingUnderstood =
    (world.acrValues.length > 0 && preferred.length === 0) ||
    (world.essentialValues.length > 0 && essential.length === 0);
  if (nothingUnderstood) return 'unreachable';

  const ways = (preferred.length === 0 ? [undefined] : preferred).flatMap((first) =>
    (essential.length === 0 ? [undefined] : essential).map((second) => [
      second,
      first,
      world.floor,
    ]),
  );
  const reachable = ways.filter((way) => way.every((value) => isReachable(value, world)));
  const looked = world.interactive ? reachable.slice(0, 1) : reachable;
  const evidence = evidenceOf(factors);
  const way = looked.find((each) => each.every((value) => isMet(value, evidence, world)));
  if (way !== undefined) return told(way, evidence, factors, world);
  return reachable.length === 0 ? 'unreachable' : 'insufficient';
}

interface Evidence {
  readonly any: number;
  readonly passkey: number;
  readonly bound: number;
  readonly biometric: number;
}

/** The table of section 2, and `phr`, `phrh`, `LoA1`: account level, and the times it rests on (-Infinity: not proven). */
const needs: Readonly<
  Record<string, { level: number; rests: (e: Evidence) => readonly number[] }>
> = {
  'urn:senid:loa:low': { level: 1, rests: ({ any }) => [any] },
  'urn:senid:loa:substantial': { level: 2, rests: ({ passkey }) => [passkey] },
  'urn:senid:loa:high': { level: 2, rests: ({ bound, biometric }) => [bound, biometric] },
  phr: { level: 1, rests: ({ passkey }) => [passkey] },
  phrh: { level: 1, rests: ({ bound }) => [bound] },
  LoA1: { level: 1, rests: ({ any }) => [any] },
};
const rungs = ['urn:senid:loa:high', 'urn:senid:loa:substantial', 'urn:senid:loa:low'];

function evidenceOf(factors: readonly Factor[]): Evidence {
  let [any, passkey, bound, biometric] = [-Infinity, -Infinity, -Infinity, -Infinity];
  for (const factor of factors) {
    any = Math.max(any, factor.at);
    if (factor.method === 'passkey') passkey = Math.max(passkey, factor.at);
    if (factor.method === 'passkey' && factor.deviceBound) bound = Math.max(bound, factor.at);
    if (factor.method === 'biometric') biometric = Math.max(biometric, factor.at);
  }
  return { any, passkey, bound, biometric };
}

function isReachable(value: string | undefined, world: World): boolean {
  if (value === undefined) return true;
  const matcherNeeded = value === 'urn:senid:loa:high';
  return (
    world.accountLevel >= (needs[value]?.level ?? Infinity) &&
    (!matcherNeeded || world.biometricAvailable)
  );
}

function isMet(value: string | undefined, evidence: Evidence, world: World): boolean {
  if (value === undefined) return true;
  const need = needs[value];
  return (
    need !== undefined &&
    world.accountLevel >= need.level &&
    need.rests(evidence).every((at) => at > -Infinity)
  );
}

function told(
  way: readonly (string | undefined)[],
  evidence: Evidence,
  factors: readonly Factor[],
  world: World,
): string {
  const [essential, preferred] = way;
  const asked = essential ?? preferred;
  const foreign = asked === 'phr' || asked === 'phrh' ? asked : undefined;
  const acr = foreign ?? rungs.find((rung) => isMet(rung, evidence, world)) ?? 'none';
  const restsOn = foreign === undefined ? [acr] : way.filter((value) => value !== undefined);
  const times = restsOn.flatMap((value) => needs[value]?.rests(evidence) ?? []);
  const authTime = Math.floor(Math.min(...times) / 1000);
  return [acr, authTime, `level ${levelOf(factors)}`, methods(factors).join('+')].join(' ');
}

/** D69, Art. 20, and rule 4. */
function levelOf(factors: readonly Factor[]): number {
  const has = (method: Factor['method']) => factors.some((factor) => factor.method === method);
  if (factors.length === 0) return 0;
  const others = (['pwd', 'otp', 'passkey'] as const).filter(has);
  if (!has('biometric')) return others.length > 1 || has('passkey') ? 2 : 1;
  if (others.length === 0) return 1;
  return has('pwd') && (has('otp') || has('passkey')) ? 4 : 3;
}

/** RFC 8176. */
function methods(factors: readonly Factor[]): readonly string[] {
  const values = new Set<string>();
  for (const factor of factors) {
    if (factor.method === 'pwd') values.add('pwd');
    if (factor.method === 'otp') values.add('otp');
    if (factor.method === 'otp' && factor.channel === 'sms') values.add('sms');
    if (factor.method === 'passkey') values.add('pop').add('user');
    if (factor.method === 'passkey') values.add(factor.deviceBound ? 'hwk' : 'swk');
    if (factor.method === 'biometric') values.add('face');
  }
  if (levelOf(factors) >= 2) values.add('mfa');
  return [...values].toSorted();
}
