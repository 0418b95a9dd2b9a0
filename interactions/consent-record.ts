import { createHash } from 'node:crypto';

import type { Consent } from '../accounts/consent.ts';
import {
  consentInForce,
  consentNames,
  itemId,
  type DisclosureItem,
} from '../clients/disclosure.ts';
import { claimsOfScopes } from '../clients/scopes.ts';
import { newId } from '../ids.ts';
import type { Locale } from '../web/i18n/locale.ts';
import { isActing, type Subject } from '../accounts/subject.ts';
import type { JourneyFacts } from './journey-facts.ts';

/** Changes with every change of what the consent page says. */
const CONSENT_TEXT_VERSION = '2026-11-22.2';

/** How long an answer is remembered. */
const REMEMBERED_MS = 180 * 24 * 60 * 60 * 1000;

export function rememberedUntil(now: number): number {
  return now + REMEMBERED_MS;
}

/** The record of one decision. What was agreed before and is still in force stays agreed; only what was asked changes. */
export function consentRecord(
  { interaction, now }: JourneyFacts,
  subject: Subject,
  ticked: ReadonlySet<string>,
  locale: Locale,
): Consent {
  const { items, client } = interaction;
  const { account, prover, consent } = subject;
  const before = consentInForce(consent, now);
  const accepted = items.filter((item) => !item.optional || ticked.has(itemId(item)));
  const refused = items.filter((item) => item.optional && !ticked.has(itemId(item)));
  return {
    id: newId('con'),
    accountId: account.id,
    actorId: isActing(subject) ? prover.id : undefined,
    clientId: client.clientId,
    acceptedScopes: union(before?.acceptedScopes, scopes(accepted), scopes(refused)),
    refusedScopes: union(before?.refusedScopes, scopes(refused), scopes(accepted)),
    acceptedClaims: union(before?.acceptedClaims, claims(accepted), claims(refused)),
    refusedClaims: union(before?.refusedClaims, claims(refused), [
      ...claims(accepted),
      // Whoever agrees to a group now agrees to all of it.
      ...claimsOfScopes(scopes(accepted)),
    ]),
    textHash: textHash(items, client.policy.organisation.name[locale], locale),
    textVersion: CONSENT_TEXT_VERSION,
    locale,
    decidedAt: now,
    expiresAt: rememberedUntil(now),
    kind: 'granted',
  };
}

function scopes(items: readonly DisclosureItem[]): readonly string[] {
  return items.filter(({ kind }) => kind === 'scope').map(({ name }) => name);
}

function claims(items: readonly DisclosureItem[]): readonly string[] {
  return items.flatMap(consentNames);
}

function union(
  before: readonly string[] = [],
  added: readonly string[],
  removed: readonly string[],
): readonly string[] {
  return [...new Set([...before, ...added])].filter((name) => !removed.includes(name));
}

/** Of everything on the page that depends on the request; the fixed words are named by the version. */
function textHash(items: readonly DisclosureItem[], service: string, locale: Locale): string {
  const shown = items.map((item) => ({
    kind: item.kind,
    name: item.name,
    ...(item.kind === 'verified' ? { details: item.details } : undefined),
    optional: item.optional,
    sensitive: item.sensitive,
    purpose: item.purpose?.[locale],
    stated: item.stated,
  }));
  return createHash('sha256')
    .update(JSON.stringify({ version: CONSENT_TEXT_VERSION, locale, service, shown }))
    .digest('base64url');
}
