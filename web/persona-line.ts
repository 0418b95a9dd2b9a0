import type { Persona } from '../accounts/persona.ts';
import type { Locale } from './i18n/locale.ts';
import type { PersonaLine } from './pages/personas-page.tsx';

const WHO: Readonly<
  Record<Locale, Readonly<Record<'citizen' | 'foreigner' | 'organisation', string>>>
> = {
  vi: { citizen: 'Công dân Việt Nam', foreigner: 'Người nước ngoài', organisation: 'Tổ chức' },
  en: { citizen: 'Citizen of Viet Nam', foreigner: 'Foreigner', organisation: 'Organisation' },
};

export function personaLine({ login, notable, account }: Persona, locale: Locale): PersonaLine {
  const { subjectType } = account;
  const kind = subjectType === 'undetermined_nationality' ? 'foreigner' : subjectType;
  const nationality = kind === 'foreigner' ? ` (${account.nationalities.join(', ')})` : '';
  return {
    login,
    name: account.name,
    who: `${WHO[locale][kind]}${nationality}, ${account.birthdate.slice(0, 4)}`,
    level: subjectType === 'organisation' ? undefined : account.level,
    notable: notable[locale],
  };
}
