import type { ClaimLine } from '../../web/components/claim-list.tsx';
import { countryName } from '../../web/i18n/country-name.ts';
import { messages, type MessageKey } from '../../web/i18n/messages.ts';
import type { Translator } from '../../web/i18n/translator.ts';
import { documentWord } from './document-word.ts';

/** Claims as they will be released → lines a person can read. Nothing is left out: an unknown claim is shown as it is. */
export function describeClaims(
  words: Translator,
  claims: Readonly<Record<string, unknown>>,
): readonly ClaimLine[] {
  return Object.entries(claims)
    .filter(([name, value]) => value !== undefined && value !== null && !isSaidBeside(name, claims))
    .map(([name, value]) => ({
      label: labelOf(words, name, value),
      value: withVerification(words, valueOf(words, name, value), claims[`${name}_verified`]),
    }));
}

/** `email_verified` reads best in the line of the e-mail address itself. */
function isSaidBeside(name: string, claims: Readonly<Record<string, unknown>>): boolean {
  const subject = /^(email|phone_number)_verified$/.exec(name)?.[1];
  return subject !== undefined && typeof claims[subject] === 'string';
}

function withVerification({ t }: Translator, value: string, verified: unknown): string {
  if (typeof verified !== 'boolean') return value;
  return t(verified ? 'value.verified' : 'value.unverified', { value });
}

function labelOf({ t }: Translator, name: string, value: unknown): string {
  if (name === 'birthdate' && isYear(value)) return t('claim.birthdate-year');
  if (name === 'personal_identification_number' && !/^\d{12}$/.test(String(value))) {
    return t('claim.foreigner_identification_number');
  }
  const key = `claim.${name}`;
  return isPlainKey(key) ? t(key) : name;
}

/** Keys without placeholders, so that any of them can be asked for by name. */
type ClaimLabelKey = Exclude<
  Extract<MessageKey, `claim.${string}`>,
  'claim.document-number' | 'claim.document-expiry' | 'claim.birthdate-year'
>;

function isPlainKey(key: string): key is ClaimLabelKey {
  return Object.hasOwn(messages.vi, key) && !key.includes('-');
}

function valueOf(words: Translator, name: string, value: unknown): string {
  const { t } = words;
  if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no');
  switch (name) {
    case 'birthdate':
      return words.calendarDate(String(value));
    case 'gender':
      return value === 'male' || value === 'female' ? t(`value.${value}`) : String(value);
    case 'nationalities':
      return countries(words, value);
    case 'account_level':
      return value === 1 || value === 2 ? t(`value.level-${value}`) : plain(value);
    case 'subject_type':
      return isSubjectType(value) ? t(`value.${value}`) : plain(value);
    case 'address':
      return addressText(words, value);
    case 'document':
      return documentText(words, value);
    case 'updated_at':
    case 'auth_time':
      return typeof value === 'number' ? words.dateTime(value * 1000) : plain(value);
    default:
      return plain(value);
  }
}

function isYear(value: unknown): boolean {
  return /^\d{4}$/.test(String(value));
}

function isSubjectType(
  value: unknown,
): value is 'citizen' | 'foreigner' | 'undetermined_nationality' | 'organisation' {
  return ['citizen', 'foreigner', 'undetermined_nationality', 'organisation'].includes(
    String(value),
  );
}

function countries(words: Translator, value: unknown): string {
  if (!Array.isArray(value)) return plain(value);
  return words.list(value.map((code) => countryName(words.locale, String(code))));
}

/** OIDC Core 5.1.1: `formatted` speaks for itself; otherwise from the street to the country. */
function addressText(words: Translator, value: unknown): string {
  if (!isRecord(value)) return plain(value);
  if (typeof value['formatted'] === 'string') return value['formatted'];
  const country = value['country'];
  return ['street_address', 'locality', 'region', 'postal_code']
    .map((part) => value[part])
    .concat(typeof country === 'string' ? countryName(words.locale, country) : undefined)
    .filter((part) => typeof part === 'string' && part !== '')
    .join(', ');
}

function documentText(words: Translator, value: unknown): string {
  const { t } = words;
  if (!isRecord(value)) return plain(value);
  const { type, number, expiry } = value;
  const known = type === 'identity_card' || type === 'passport' || type === 'residence_card';
  return [
    known ? t(`document.${documentWord(type)}`) : type,
    typeof number === 'string' ? t('claim.document-number', { number }) : undefined,
    typeof expiry === 'string'
      ? t('claim.document-expiry', { date: words.calendarDate(expiry) })
      : undefined,
  ]
    .filter((part) => typeof part === 'string')
    .join(', ');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
