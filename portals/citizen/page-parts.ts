import type { Context } from 'koa';

import type { Account } from '../../accounts/account.ts';
import { countryName } from '../../web/i18n/country-name.ts';
import type { Locale } from '../../web/i18n/locale.ts';
import { translator } from '../../web/i18n/translator.ts';
import { plainPage } from '../../web/error-answer.tsx';
import type { PageContext } from '../../web/page-context.ts';
import type { DataGroup } from './pages/data-page.tsx';

/** A page that a GET shows again. */
export function pageAt(ctx: Context, sandbox: boolean, path: string): PageContext {
  return { ...plainPage(ctx, sandbox), path };
}

/** A page that answers a form, and that no GET shows again. */
export function pageOnce(ctx: Context, sandbox: boolean): PageContext {
  return { ...plainPage(ctx, sandbox), path: undefined };
}

/** What each register says of the person (D69, Arts. 7 and 8), and what the person says. */
export function dataGroups(account: Account, locale: Locale): readonly DataGroup[] {
  const words = translator(locale);
  const { t } = words;
  const { name, birthdate, sex, nationalities, address, phone, email, identifier } = account;
  const masked = `${'•'.repeat(Math.max(0, identifier.length - 3))}${identifier.slice(-3)}`;
  const countries = nationalities.map((code) => countryName(locale, code));
  const born = { label: t('claim.birthdate'), value: words.calendarDate(birthdate) };
  const identity = [
    {
      label: t(
        account.subjectType === 'foreigner'
          ? 'claim.foreigner_identification_number'
          : 'claim.personal_identification_number',
      ),
      value: masked,
    },
    { label: t('claim.name'), value: name },
    { label: t('claim.gender'), value: t(sex === 'male' ? 'value.male' : 'value.female') },
    { label: t('claim.nationalities'), value: words.list(countries) },
  ];
  const where =
    address === undefined
      ? []
      : [
          {
            label: t('claim.address'),
            value: [address.streetAddress, address.locality, address.region].join(', '),
          },
        ];
  const own: DataGroup = {
    source: 'you',
    lines: [
      { label: t('contacts.phone'), value: phone ?? t('account.none') },
      { label: t('contacts.email'), value: email ?? t('account.none') },
    ],
  };
  if (account.subjectType === 'foreigner') {
    return [{ source: 'immigration', lines: [...identity, born, ...where] }, own];
  }
  return [
    { source: 'population', lines: [...identity, ...where] },
    { source: 'civil', lines: [born] },
    own,
  ];
}
