import type { Account, Lock } from '../../accounts/account.ts';
import type { Authentication } from '../../accounts/authentication-store.ts';
import type { Consent } from '../../accounts/consent.ts';
import type { Passkey } from '../../accounts/passkey-store.ts';
import type { AuditRecord } from '../../audit/audit-store.ts';
import type { ClientRecord } from '../../clients/client.ts';
import type { Delivery } from '../../clients/delivery.ts';
import type { Case, CaseStep } from '../../enrolment/case.ts';
import { newId, type AccountId } from '../../ids.ts';

let made = 0;

/** A different person at every call. */
export function sampleAccount(overrides: Partial<Account> = {}): Account {
  const number = String((made += 1)).padStart(6, '0');
  return {
    id: newId('acc'),
    subjectType: 'foreigner',
    level: 2,
    identifier: `F09909${number}`,
    name: 'KIM MIN JUN',
    birthdate: '1991-02-03',
    sex: 'male',
    nationalities: ['KOR'],
    phone: `+8499${number}`,
    email: `min.jun.${number}@example.test`,
    address: {
      streetAddress: '12 Phố Không Có',
      locality: 'Hà Nội',
      region: 'Hà Nội',
      country: 'VN',
    },
    document: { type: 'passport', number: `M${number}77`, expiry: '2031-01-31' },
    residencePermit: { type: 'residence_card', number: `NN3${number}`, expiry: '2030-06-30' },
    guardianId: undefined,
    activatedAt: 1_700_000_000_000,
    createdAt: 1_690_000_000_000,
    proofedAt: 1_695_000_000_000,
    coolDownUntil: undefined,
    signedOutAt: undefined,
    locale: undefined,
    version: 0,
    ...overrides,
  };
}

export function samplePasskey(accountId: AccountId, overrides: Partial<Passkey> = {}): Passkey {
  const id = newId('pk');
  return {
    id,
    accountId,
    credentialId: `credential-${id}`,
    publicKey: 'pQECAyYgASFYIA',
    counter: 5,
    transports: ['internal', 'hybrid'],
    aaguid: '00000000-0000-0000-0000-000000000000',
    backupEligible: true,
    backedUp: false,
    attestationFormat: 'none',
    name: 'Điện thoại',
    createdAt: 1_700_000_000_000,
    lastUsedAt: undefined,
    removedAt: undefined,
    ...overrides,
  };
}

export function sampleConsent(accountId: AccountId, overrides: Partial<Consent> = {}): Consent {
  return {
    id: newId('con'),
    accountId,
    actorId: undefined,
    assent: undefined,
    clientId: 'sample-bank',
    acceptedScopes: ['profile', 'phone'],
    refusedScopes: ['email'],
    acceptedClaims: ['age_over_18'],
    refusedClaims: [],
    textHash: 'q1w2e3',
    textVersion: '2026-01',
    locale: 'vi',
    decidedAt: 1_700_000_000_000,
    expiresAt: 1_800_000_000_000,
    kind: 'granted',
    ...overrides,
  };
}

export function sampleAuthentication(
  accountId: AccountId,
  overrides: Partial<Authentication> = {},
): Authentication {
  const audience = {
    clientId: 'sample-bank',
    organisationId: newId('org'),
    publicService: false,
  } as const;
  return {
    id: newId('evt'),
    accountId,
    actorId: undefined,
    clientId: 'sample-bank',
    sid: undefined,
    acr: 'urn:senid:loa:low',
    requiredAcrs: ['urn:senid:loa:low', 'urn:senid:loa:substantial'],
    factors: [{ method: 'pwd', at: 1_700_000_000_000, transaction: 'journey-1', audience }],
    at: 1_700_000_000_000,
    ...overrides,
  };
}

export function sampleClient(overrides: Partial<ClientRecord> = {}): ClientRecord {
  const organisation = {
    id: newId('org'),
    name: { vi: 'Ngân hàng mẫu', en: 'Sample bank' },
    publicService: false,
  } as const;
  return {
    clientId: `client-${newId('org')}`,
    origin: 'self-registered',
    metadata: {
      client_secret: 'hush-hush-hush',
      redirect_uris: ['http://localhost:3001/callback'],
    },
    policy: {
      organisation,
      tier: 'baseline',
      acrFloor: 'urn:senid:loa:low',
      reuse: 'never',
      entitledScopes: ['profile'],
      purposes: { profile: { vi: 'Mở tài khoản', en: 'Open an account' } },
      optionalScopes: ['phone'],
    },
    createdAt: 1_700_000_000_000,
    ...overrides,
  };
}

export function sampleAuditRecord(overrides: Partial<AuditRecord> = {}): AuditRecord {
  return {
    id: newId('aud'),
    at: 1_700_000_000_000,
    type: 'authentication.succeeded',
    requestId: newId('req'),
    accountId: newId('acc'),
    clientId: 'sample-bank',
    authenticationEventId: newId('evt'),
    consentId: undefined,
    caseId: undefined,
    actorId: undefined,
    data: { acr: 'urn:senid:loa:low', nested: { factors: ['pwd'] } },
    ...overrides,
  };
}

export function sampleDelivery(overrides: Partial<Delivery> = {}): Delivery {
  return {
    id: newId('dlv'),
    kind: 'backchannel-logout',
    clientId: `client-${newId('org')}`,
    accountId: newId('acc'),
    uri: 'https://rp.example/logout',
    payload: { sid: 'a session' },
    state: 'waiting',
    attempts: 0,
    lastAttempt: undefined,
    createdAt: 1_000,
    dueAt: 1_000,
    expiresAt: 90_000,
    ...overrides,
  };
}

/** As it stands after its first step. */
export function sampleCase(overrides: Partial<Case> = {}): Case {
  return {
    id: newId('case'),
    kind: 'foreigner_level_2',
    status: 'collecting',
    officeId: undefined,
    receivedBy: undefined,
    applicantNumber: 'M12345677',
    accountId: undefined,
    guardianId: undefined,
    summary: { name: 'KIM MIN JUN', documents: ['passport'] },
    version: 1,
    openedAt: 1_700_000_000_000,
    dueAt: undefined,
    nextAt: undefined,
    closedAt: undefined,
    ...overrides,
  };
}

export function sampleStep(sequence: number, overrides: Partial<CaseStep> = {}): CaseStep {
  return {
    sequence,
    name: 'attend',
    actor: { kind: 'staff', staffId: newId('staff'), accountId: newId('acc') },
    at: 1_700_000_000_000,
    data: { note: 'came in person' },
    ...overrides,
  };
}

export function sampleLock(accountId: AccountId, overrides: Partial<Lock> = {}): Lock {
  return {
    id: newId('lock'),
    accountId,
    ground: 'own_request',
    lockedAt: 1_700_000_000_000,
    liftedAt: undefined,
    requester: 'holder',
    caseId: newId('case'),
    details: { documentNumber: 'TK03/12', documentDate: '2026-11-02', reason: 'lost phone' },
    ...overrides,
  };
}
