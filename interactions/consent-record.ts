import { createHash } from 'node:crypto';

import type { Consent } from '../accounts/consent.ts';
import { consentInForce, type DisclosureItem } from '../clients/disclosure.ts';
import { claimsOfScopes } from '../clients/scopes.ts';
import { newId } from '../ids.ts';
import type { Locale } from '../web/i18n/locale.ts';
import type { Subject } from '../accounts/subject.ts';
import type { JourneyFacts } from './journey-facts.ts';

/** Changes with every change of what the consent page says. */
const CONSENT_TEXT_VERSION = '2026-11-22';

/** How long an answer is remembered. */
const REMEMBERED_MS = 180 * 24 * 60 * 60 * 1000;

export function rememberedUntil(now: number): number {
  return now + REMEMBERED_MS;
}

/** The record of one decision. What was agreed before and is still in force stays agreed; only what was asked changes. */
export function consentRecord(
  { interaction, now }: JourneyFacts,
  { account, consent }: Subject,
  ticked: ReadonlySet<string>,
  locale: Locale,
): Consent {
  const { items, client } = interaction;
  const before = consentInForce(consent, now);
  const accepted = items.filter(({ name, optional }) => !optional || ticked.has(name));
  const refused = items.filter(({ name, optional }) => optional && !ticked.has(name));
  return {
    id: newId('con'),
    accountId: account.id,
    clientId: client.clientId,
    acceptedScopes: union(
      before?.acceptedScopes,
      names(accepted, 'scope'),
      names(refused, 'scope'),
    ),
    refusedScopes: union(before?.refusedScopes, names(refused, 'scope'), names(accepted, 'scope')),
    acceptedClaims: union(
      before?.acceptedClaims,
      names(accepted, 'claim'),
      names(refused, 'claim'),
    ),
    refusedClaims: union(before?.refusedClaims, names(refused, 'claim'), [
      ...names(accepted, 'claim'),
      // Whoever agrees to a group now agrees to all of it.
      ...claimsOfScopes(names(accepted, 'scope')),
    ]),
    textHash: textHash(items, client.policy.organisation.name[locale], locale),
    textVersion: CONSENT_TEXT_VERSION,
    locale,
    decidedAt: now,
    expiresAt: rememberedUntil(now),
    kind: 'granted',
  };
}

function names(items: readonly DisclosureItem[], kind: DisclosureItem['kind']): readonly string[] {
  return items.filter((item) => item.kind === kind).map(({ name }) => name);
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
  const shown = items.map(({ kind, name, optional, sensitive, purpose }) => ({
    kind,
    name,
    optional,
    sensitive,
    purpose: purpose?.[locale],
  }));
  return createHash('sha256')
    .update(JSON.stringify({ version: CONSENT_TEXT_VERSION, locale, service, shown }))
    .digest('base64url');
}
