import { ACTING_EVENTS } from './acting-events.ts';
import { CASE_EVENTS } from './case-events.ts';
import { CLIENT_EVENTS } from './client-events.ts';
import type { EventData, EventName } from './event-data.ts';
import { ELSEWHERE_EVENTS } from './elsewhere-events.ts';
import type { EventDefinition } from './event-definition.ts';
import { KEEPING_EVENTS } from './keeping-events.ts';
import { REGISTER_EVENTS } from './register-events.ts';
import { SIGNING_KEY_EVENTS } from './signing-key-events.ts';
import { STAFF_EVENTS } from './staff-events.ts';

/** Every event there is; the source of `docs/reference/events.md`. */
export const EVENT_CATALOGUE: {
  readonly [Name in EventName]: EventDefinition<EventData[Name]>;
} = {
  signInRefused: {
    type: 'sign_in.refused',
    description:
      'A sign-in with a password was refused. Neither the identifier nor whether it belongs to anybody is recorded.',
    fields: {
      reason:
        '`wrong_credentials`; `throttled`: too many attempts; `busy`: more sign-ins at once than the server takes',
    },
  },
  factorVerified: {
    type: 'factor.verified',
    description: 'A factor was proven and entered in the ledger of the session.',
    fields: {
      method: '`pwd`, `otp`, `passkey` or `biometric`',
      passkeyId: 'The passkey, where it was one',
      deviceBound: 'Whether that passkey cannot leave its authenticator',
    },
  },
  factorRefused: {
    type: 'factor.refused',
    description: 'A factor other than the first password was not proven.',
    fields: {
      method: '`pwd`, `otp`, `passkey` or `biometric`',
      reason:
        'The reason its verification gave; `cloned` for a passkey means that a copy of it is in use',
    },
  },
  oneTimeCodeSent: {
    type: 'one_time_code.sent',
    description: 'A one-time code was handed over for delivery.',
    fields: { channel: '`sms` or `email`' },
  },
  passkeyAdded: {
    type: 'passkey.added',
    description: 'A passkey was registered.',
    fields: {
      passkeyId: 'The new passkey',
      deviceBound: 'Whether it cannot leave its authenticator (BE flag not set)',
      attestationFormat: 'Attestation statement format as received, `none` included',
    },
  },
  passkeyRemoved: {
    type: 'passkey.removed',
    description: 'A passkey was removed and is accepted no more.',
    fields: { passkeyId: 'The removed passkey' },
  },

  accountStateShown: {
    type: 'account.state_shown',
    description: 'A holder who proved a factor was told why the account cannot be used.',
    fields: {
      state:
        '`locked`, `document_expired`, `not_activated`, `too_young`, `representative_only`, or of who acts for another `may_not_act`, `ward_unusable`; never the ground of a lock',
    },
  },
  levelUnreachable: {
    type: 'authentication.level_unreachable',
    description: 'The account cannot reach what the relying party asked for.',
    fields: { requestedValues: 'The `acr` values asked for, the floor of the client included' },
  },
  sessionSwitched: {
    type: 'session.switched',
    description: 'Another account than that of the session was presented.',
    fields: {
      reason:
        '`other_account_chosen`: the person signed in anew; `other_account_refused`: a step-up stays with its person',
    },
  },
  authenticationSucceeded: {
    type: 'authentication.succeeded',
    description:
      'A person was authenticated for a relying party: one evidence record per authentication.',
    fields: {
      acr: 'The `acr` told to the relying party',
      amr: 'Authentication methods (RFC 8176) of the factors that count',
      authenticationLevel: 'Mức độ xác thực, 1 to 4 (D69, Art. 20)',
      requestedValues: 'The `acr` values asked for, the floor of the client included',
    },
  },
  authorizationRefused: {
    type: 'authorization.refused',
    description: 'An authorization request ended with an error.',
    fields: {
      error: 'The OAuth error code',
      fault: 'What it was in particular: `/errors/<code>` explains it',
    },
  },
  loggedOut: {
    type: 'session.ended',
    description: 'The session of a browser was ended.',
    fields: { initiator: '`relying_party`, `person` or `system`' },
  },

  consentGranted: {
    type: 'consent.granted',
    description: 'A person agreed to a disclosure; the consent record holds the details.',
    fields: {
      acceptedScopes: 'Scopes agreed to',
      refusedScopes: 'Optional scopes left out',
      textVersion: 'Version of the text that was shown',
    },
  },
  consentDeclined: {
    type: 'consent.declined',
    description: 'A person did not agree, and the login ended.',
    fields: { scopes: 'Scopes that were asked for' },
  },
  consentWithdrawn: {
    type: 'consent.withdrawn',
    description: 'A consent ended; what was disclosed before stays lawful.',
    fields: { initiator: '`person` or `system`' },
  },
  claimsDisclosed: {
    type: 'claims.disclosed',
    description: 'Claims about a person went to a relying party. Names only, never a value.',
    fields: { claims: 'Names of the claims', channel: '`id_token` or `userinfo`' },
  },

  tokensIssued: {
    type: 'tokens.issued',
    description: 'Tokens were issued for a grant.',
    fields: { grantType: 'OAuth grant type' },
  },
  tokenRefreshed: {
    type: 'tokens.refreshed',
    description: 'Tokens were renewed, after everything they rest on was looked at again.',
    fields: { acr: 'The `acr` that still holds' },
  },
  refreshRefused: {
    type: 'tokens.refresh_refused',
    description: 'A refresh was refused because something it rested on no longer holds.',
    fields: { reason: 'What no longer holds' },
  },
  artefactReplayed: {
    type: 'artefact.replayed',
    description: 'A code or token was presented again after it was spent.',
    fields: { model: 'Kind of artefact' },
  },
  grantRevoked: {
    type: 'grant.revoked',
    description: 'A grant and every artefact that belongs to it were revoked.',
    fields: { reason: '`replay`, `person`, `relying_party` or `system`' },
  },

  ...ACTING_EVENTS,
  ...ELSEWHERE_EVENTS,

  deliveryEnded: {
    type: 'delivery.ended',
    description:
      'What a relying party, or a person by text message or mail, was to be told outside a request was delivered, or given up.',
    fields: {
      deliveryId: 'The delivery',
      kind: '`backchannel-logout`, `ciba-ping` or `notice`',
      outcome: '`delivered` or `dead`',
      attempts: 'How often it was sent',
      status: 'HTTP status of the last answer, where there was one',
      error:
        'Why not: `no_answer`, `unexpected_status`, `not_registered`, `gateway_unavailable`, or the error the relying party answered with',
    },
  },
  ...CLIENT_EVENTS,
  ...SIGNING_KEY_EVENTS,
  ...KEEPING_EVENTS,
  ...REGISTER_EVENTS,
  ...STAFF_EVENTS,
  ...CASE_EVENTS,
  accountLocked: {
    type: 'account.locked',
    description: 'An account was locked.',
    fields: { lockId: 'The lock, which holds the ground' },
  },
  accountUnlocked: {
    type: 'account.unlocked',
    description: 'A lock was lifted.',
    fields: { lockId: 'The lock that was lifted' },
  },
  personasSeeded: {
    type: 'sandbox.personas_seeded',
    description: 'The sandbox put its made-up people into the register.',
    fields: { count: 'How many were missing' },
  },
};
