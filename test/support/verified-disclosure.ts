import assert from 'node:assert/strict';

import type { Account } from '../../accounts/account.ts';
import type { Consent } from '../../accounts/consent.ts';
import { personas } from '../../accounts/personas.ts';
import { verifiedIdentity } from '../../accounts/verified-identity.ts';
import type { ClientPolicy } from '../../clients/client.ts';
import { consentNames, disclosureItems } from '../../clients/disclosure.ts';
import { bankPolicy } from '../../clients/sample-rps/registrations.ts';
import { allowanceOf } from '../../clients/verified-claims/allowance.ts';
import { discloseVerified, type Disclosure } from '../../clients/verified-claims/answer.ts';
import {
  parseVerifiedClaims,
  type VerifiedClaimsRequest,
} from '../../clients/verified-claims/request.ts';

/** The moment of every question. */
export const NOW = Date.parse('2026-11-22T03:00:00Z');

/** A persona whose account was made an hour before. */
export function personaAccount(login: string): Account {
  const found = personas(NOW).find((persona) => persona.login === login);
  assert.ok(found);
  const createdAt = NOW - 3_600_000;
  return { ...found.account, id: 'acc_1', guardianId: undefined, createdAt };
}

/** A consent to exactly these names. */
export function consentOf(acceptedClaims: readonly string[]): Consent {
  return {
    id: 'con_1',
    accountId: 'acc_1',
    clientId: 'rp',
    acceptedScopes: [],
    refusedScopes: [],
    acceptedClaims,
    refusedClaims: [],
    textHash: '',
    textVersion: '',
    locale: 'vi',
    decidedAt: NOW,
    expiresAt: undefined,
    kind: 'granted',
  };
}

/** The requests read from what a client sent; fails the test when it is malformed. */
export function requestsOf(input: unknown): readonly VerifiedClaimsRequest[] {
  const parsed = parseVerifiedClaims(input);
  if (parsed.kind === 'malformed') assert.fail(parsed.reason);
  return parsed.requests;
}

/** Everything the page would ask about is agreed to. */
function consentTo(policy: ClientPolicy, input: unknown): Consent {
  const data = { scopes: [], claims: [], verified: requestsOf(input) };
  return consentOf(disclosureItems(policy, data).flatMap(consentNames));
}

export interface Question {
  readonly person?: Account;
  readonly policy?: ClientPolicy;
  readonly use?: 'userinfo' | 'id_token';
  readonly consent?: Consent;
}

/** What a bank is told about Nguyễn Văn An, who agreed to all of it, unless the question says otherwise. */
export function disclose(input: unknown, question: Question = {}): Disclosure {
  const {
    person = personaAccount('099090000011'),
    policy = bankPolicy,
    use = 'userinfo',
  } = question;
  const { consent = consentTo(policy, input) } = question;
  const identity = verifiedIdentity(person, NOW);
  const allowance = allowanceOf(policy, consent);
  return discloseVerified(requestsOf(input), identity, allowance, { use, now: NOW });
}

/** The member of userinfo or ID token. */
export function told(input: unknown, question?: Question): Disclosure['member'] {
  return disclose(input, question).member;
}

/** Userinfo where nothing can be told. */
export const NOTHING = { verification: { trust_framework: 'vn_eid' }, claims: {} };
