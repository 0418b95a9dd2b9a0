import { ACR_VALUES } from '../accounts/assurance.ts';
import type { EgressOutcome } from '../adapters/egress/egress.ts';
import type { SendOutcome } from '../clients/delivery-policy.ts';
import type { RoundName, RoundOutcome } from '../enrolment/rounds/start-rounds.ts';
import type { Delivery } from '../clients/delivery.ts';
import type { StepName } from '../interactions/next-step.ts';
import type { JourneyOutcome, ProviderWatch } from '../provider/watch.ts';
import { ROUTE_NAMES } from '../web/route-of.ts';

/** A label never has a value that is not in its list: what comes from outside goes through `oneOf`. */
export const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'other'];
export const STATUS_CLASSES = ['1xx', '2xx', '3xx', '4xx', '5xx'];
export const ROUTES: readonly string[] = ROUTE_NAMES;
export const ACRS: readonly string[] = [...ACR_VALUES, 'other'];
export const GRANT_TYPES = [
  'authorization_code',
  'refresh_token',
  'urn:ietf:params:oauth:grant-type:device_code',
  'urn:openid:params:grant-type:ciba',
  'other',
];
export const ALGORITHMS = ['ES256', 'EdDSA', 'PS256', 'RS256', 'other'];
export const SPENT_MODELS = [
  'AuthorizationCode',
  'RefreshToken',
  'DeviceCode',
  'BackchannelAuthenticationRequest',
  'PushedAuthorizationRequest',
  'Interaction',
  'other',
];
export const ENGINES = ['sqlite', 'postgres', 'redis'];
export const HALVES = ['register', 'protocol'] as const;
export const ERROR_KINDS = ['unavailable', 'conflict', 'grant_revoked', 'seal_broken', 'other'];

export const STEPS = names<Record<Exclude<StepName, 'finish'>, true>>({
  'choose-account': true,
  'continue-as': true,
  'sign-in': true,
  'one-time-code': true,
  'account-state': true,
  approve: true,
  'level-unreachable': true,
  'step-up': true,
  'add-passkey': true,
  'choose-person': true,
  consent: true,
  assent: true,
});
export const JOURNEY_OUTCOMES = names<Record<JourneyOutcome, true>>({
  started: true,
  completed: true,
  denied: true,
  unmet: true,
  interaction_needed: true,
  refused: true,
  failed: true,
});
export const TOKEN_OUTCOMES = names<Record<Parameters<ProviderWatch['tokens']>[1], true>>({
  issued: true,
  refused: true,
  failed: true,
});
export const DELIVERY_KINDS = names<Record<Delivery['kind'], true>>({
  'backchannel-logout': true,
  'ciba-ping': true,
  notice: true,
});
export const SEND_OUTCOMES = names<Record<SendOutcome['kind'], true>>({
  delivered: true,
  postponed: true,
  failed: true,
  refused: true,
});
export const ROUNDS = names<Record<RoundName, true>>({
  cases: true,
  pending_changes: true,
  documents: true,
  guardianships: true,
  older_accounts: true,
  feed_population: true,
  feed_immigration: true,
  feed_civil_status: true,
  feed_organisations: true,
});
export const ROUND_OUTCOMES = names<Record<RoundOutcome | 'failed', true>>({
  done: true,
  more: true,
  waiting: true,
  failed: true,
});
export const EGRESS_OUTCOMES = names<Record<EgressOutcome, true>>({
  answered: true,
  refused: true,
  unreachable: true,
  timed_out: true,
  refused_answer: true,
  circuit_open: true,
});
export const REPLAY_CONSEQUENCES = names<Record<Parameters<ProviderWatch['replay']>[1], true>>({
  refused: true,
  revoked: true,
});

/** `value` when it is in the list, and `other`, which then is too, for everything else. */
export function oneOf(values: readonly string[], value: unknown): string {
  return typeof value === 'string' && values.includes(value) ? value : 'other';
}

/** `2xx`; what is no status of HTTP counts as a failure. */
export function statusClass(status: number): string {
  return STATUS_CLASSES[Math.floor(status / 100) - 1] ?? '5xx';
}

function names<Names extends Readonly<Record<string, true>>>(table: Names): readonly string[] {
  return Object.keys(table);
}
