import { acrRequest, type AcrRequest } from '../../../accounts/acr-request.ts';
import { decideAssurance } from '../../../accounts/assurance-decision.ts';
import { usableFactors } from '../../../accounts/usable-factors.ts';
import type { Factor, FactorAudience } from '../../../accounts/factors.ts';
import type { PasskeyId } from '../../../ids.ts';
import type { World } from './assurance-oracle.ts';

export const NOW = Date.parse('2026-11-21T03:00:00Z');
export const MINUTE = 60_000;
export const HERE = 'transaction-here';
export const BEFORE = 'transaction-before';
export const SYNCED: PasskeyId = 'pk_synced';
export const BOUND: PasskeyId = 'pk_bound';

export const bank: FactorAudience = {
  clientId: 'bank',
  organisationId: 'org_bank',
  publicService: false,
};
export const portal: FactorAudience = {
  clientId: 'portal',
  organisationId: 'org_portal',
  publicService: true,
};
export const tax: FactorAudience = {
  clientId: 'tax',
  organisationId: 'org_tax',
  publicService: true,
};

export const KINDS = ['pwd', 'otp', 'synced', 'bound', 'biometric'] as const;
export type Kind = (typeof KINDS)[number];

export interface Proof {
  readonly at: number;
  readonly transaction: string;
  readonly audience: FactorAudience;
}

export function factor(kind: Kind, proof: Proof): Factor {
  switch (kind) {
    case 'pwd':
      return { ...proof, method: 'pwd' };
    case 'otp':
      return { ...proof, method: 'otp', channel: 'sms' };
    case 'synced':
      return passkeyFactor(proof, SYNCED);
    case 'bound':
      return passkeyFactor(proof, BOUND);
    case 'biometric':
      return { ...proof, method: 'biometric', evidenceId: 'evidence' };
    default:
      return kind satisfies never;
  }
}

function passkeyFactor(proof: Proof, passkeyId: PasskeyId): Factor {
  const deviceBound = passkeyId === BOUND;
  return { ...proof, method: 'passkey', passkeyId, userVerified: true, deviceBound };
}

/** A bank that asks for nothing, and a person at level 2 who has proven nothing. */
export const world: World = {
  accountLevel: 2,
  ledger: [],
  acrValues: [],
  essentialValues: [],
  floor: 'urn:senid:loa:low',
  maxAgeSeconds: undefined,
  freshOnly: false,
  reuse: 'same-organisation',
  audience: bank,
  transaction: HERE,
  now: NOW,
  livePasskeys: new Set([SYNCED, BOUND]),
  biometricAvailable: true,
  interactive: true,
};

/** The real thing, told in the words of the oracle. */
export function actualAnswer(asked: World): string {
  return answerOf(usableFactors(asked.ledger, asked), asked);
}

/** The essential values as those of one member of the `claims` parameter. */
export function requestOf(asked: World): AcrRequest {
  return acrRequest({ ...asked, essentialValues: [asked.essentialValues] });
}

export function answerOf(factors: readonly Factor[], asked: World): string {
  const decision = decideAssurance({ ...asked, factors, request: requestOf(asked) });
  if (decision.kind !== 'satisfied') return decision.kind;
  const { acr, authTime, authenticationLevel, amr } = decision.context;
  return [acr, authTime, `level ${authenticationLevel}`, amr.toSorted().join('+')].join(' ');
}

/** Each world in every variant of every axis. */
export function* vary(
  worlds: Iterable<World>,
  ...axes: readonly ((world: World) => Iterable<World>)[]
): Generator<World> {
  const [axis, ...others] = axes;
  for (const each of worlds) {
    if (axis === undefined) yield each;
    else yield* vary(axis(each), ...others);
  }
}

export const ALL_VALUES = [
  'urn:senid:loa:low',
  'urn:senid:loa:substantial',
  'urn:senid:loa:high',
  'phr',
  'phrh',
  'LoA1',
  'urn:unknown',
] as const;
export const FLOORS = ALL_VALUES.slice(0, 3);
