import type { Account } from '../../accounts/account.ts';
import { personClaims } from '../../accounts/person-claims.ts';
import { verifiedIdentity, type VerifiedIdentity } from '../../accounts/verified-identity.ts';
import { itemId, type DisclosureItem } from '../../clients/disclosure.ts';
import { findScope } from '../../clients/scopes.ts';
import type { Locale } from '../../web/i18n/locale.ts';
import { translator } from '../../web/i18n/translator.ts';
import type { ConsentGroup } from '../pages/consent-group.ts';
import { describeClaims } from '../pages/describe-claims.ts';

/** What is asked, with the very values of this account. */
export function groupsOf(
  items: readonly DisclosureItem[],
  account: Account,
  now: number,
  locale: Locale,
): readonly ConsentGroup[] {
  const held: Held = {
    plain: personClaims(account, now),
    verified: verifiedIdentity(account, now),
  };
  return items.map((item) => groupOf(item, held, locale));
}

/** What is on record about the person. */
interface Held {
  readonly plain: Readonly<Record<string, unknown>>;
  readonly verified: VerifiedIdentity | undefined;
}

/** The very values that will be released: the page cannot show anything else. */
function groupOf(item: DisclosureItem, { plain, verified }: Held, locale: Locale): ConsentGroup {
  const { kind, name, sensitive, purpose, stated } = item;
  const values = kind === 'verified' ? (verified?.claims ?? {}) : plain;
  const claims = kind === 'scope' ? (findScope(name)?.claims ?? []) : [name];
  return {
    id: itemId(item),
    title: kind === 'scope' ? undefined : claimTitle(item, plain, locale),
    purpose: purpose?.[locale],
    stated,
    sensitive,
    claims: Object.fromEntries(
      claims.filter((claim) => claim in values).map((claim) => [claim, values[claim]]),
    ),
  };
}

/** A single claim is its own group, under the name it has in every list. */
function claimTitle(
  { kind, name }: DisclosureItem,
  person: Readonly<Record<string, unknown>>,
  locale: Locale,
): string {
  const words = translator(locale);
  const [line] = describeClaims(words, { [name]: person[name] ?? '' });
  const claim = line?.label ?? name;
  return kind === 'verified' ? words.t('consent.verified-title', { claim }) : claim;
}
