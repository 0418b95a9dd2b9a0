import type { DeliveryId, InvitationId, LockId, PasskeyId } from '../ids.ts';
import type { CaseEventData } from './case-events.ts';
import type { KeepingEventData } from './keeping-events.ts';
import type { RegisterEventData } from './register-events.ts';
import type { StaffEventData } from './staff-events.ts';

/** Those of `accounts/guardianship.ts`. */
export type GuardianshipBasis =
  | 'parent'
  | 'appointed_guardian'
  | 'represented_adult'
  | 'legal_representative_of_organisation';

export type FactorMethod = 'pwd' | 'otp' | 'passkey' | 'biometric';

/** A lock, an expired document and so on: the kinds of `accountState`, without the ground. */
export type UnusableState =
  | 'locked'
  | 'document_expired'
  | 'not_activated'
  | 'too_young'
  | 'representative_only'
  | 'may_not_act'
  | 'ward_unusable';

/**
 * What each event holds beside its context: every field is named here and explained in `EVENT_CATALOGUE`.
 * There is no field for an identification number, a name, an address, a code, a secret or a token.
 */
export interface EventData
  extends KeepingEventData, RegisterEventData, StaffEventData, CaseEventData {
  readonly signInRefused: {
    readonly reason: 'wrong_credentials' | 'throttled' | 'busy';
  };
  readonly factorVerified: {
    readonly method: FactorMethod;
    readonly passkeyId: PasskeyId | undefined;
    readonly deviceBound: boolean | undefined;
  };
  readonly factorRefused: { readonly method: FactorMethod; readonly reason: string };
  readonly oneTimeCodeSent: { readonly channel: 'sms' | 'email' };
  readonly passkeyAdded: {
    readonly passkeyId: PasskeyId;
    readonly deviceBound: boolean;
    readonly attestationFormat: string;
  };
  readonly passkeyRemoved: { readonly passkeyId: PasskeyId };

  readonly accountStateShown: { readonly state: UnusableState };
  readonly levelUnreachable: { readonly requestedValues: readonly string[] };
  readonly sessionSwitched: { readonly reason: 'other_account_chosen' | 'other_account_refused' };
  readonly authenticationSucceeded: {
    readonly acr: string;
    readonly amr: readonly string[];
    readonly authenticationLevel: number;
    readonly requestedValues: readonly string[];
  };
  readonly authorizationRefused: { readonly error: string; readonly fault: string };
  readonly loggedOut: { readonly initiator: 'relying_party' | 'person' | 'system' };

  readonly consentGranted: {
    readonly acceptedScopes: readonly string[];
    readonly refusedScopes: readonly string[];
    readonly textVersion: string;
  };
  readonly consentDeclined: { readonly scopes: readonly string[] };
  readonly consentWithdrawn: { readonly initiator: 'person' | 'system' };
  readonly claimsDisclosed: {
    readonly claims: readonly string[];
    readonly channel: 'id_token' | 'userinfo';
  };

  readonly personChosen: { readonly basis: GuardianshipBasis };
  readonly assentDeclined: { readonly scopes: readonly string[] };

  readonly tokensIssued: { readonly grantType: string };
  readonly tokenRefreshed: { readonly acr: string };
  readonly refreshRefused: { readonly reason: string };
  readonly artefactReplayed: { readonly model: string };
  readonly grantRevoked: { readonly reason: 'replay' | 'person' | 'relying_party' | 'system' };

  readonly userCodeRefused: { readonly reason: 'unknown' | 'throttled' };
  readonly approvalRequested: { readonly delivery: 'poll' | 'ping'; readonly notified: boolean };
  readonly approvalAnswered: { readonly outcome: string };

  readonly deliveryEnded: {
    readonly deliveryId: DeliveryId;
    readonly kind: string;
    readonly outcome: 'delivered' | 'dead';
    readonly attempts: number;
    readonly status: number | undefined;
    readonly error: string | undefined;
  };
  readonly clientRegistered: {
    readonly origin: 'seeded' | 'self-registered';
    readonly tier: string;
    readonly invitationId: InvitationId | undefined;
  };
  readonly clientUpdated: { readonly tier: string };
  readonly clientRemoved: { readonly initiator: 'relying_party' | 'operator' };
  readonly clientInvited: {
    readonly invitationId: InvitationId;
    readonly tier: string;
    readonly scopes: readonly string[];
    readonly uses: number;
    readonly expiresAt: number;
  };
  readonly signingKeyMade: {
    readonly kid: string;
    readonly alg: string;
    readonly activeFrom: number;
  };
  readonly signingKeySuperseded: { readonly kid: string; readonly successor: string };
  readonly signingKeyRemoved: {
    readonly kid: string;
    readonly reason: 'expired' | 'unused' | 'compromised';
    readonly successor: string | undefined;
  };
  readonly accountLocked: { readonly lockId: LockId };
  readonly accountUnlocked: { readonly lockId: LockId };
  readonly personasSeeded: { readonly count: number };
}

export type EventName = keyof EventData;
