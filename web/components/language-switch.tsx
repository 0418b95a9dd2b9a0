import { locales } from '../i18n/locale.ts';
import type { Translator } from '../i18n/translator.ts';
import { languageHref } from '../language-href.ts';

/** Each language is named in itself, so that it can be found by someone who reads nothing else. */
const names = { vi: 'Tiếng Việt', en: 'English' } as const;

interface LanguageSwitchProps {
  readonly translator: Translator;
  readonly path: string;
}

export function LanguageSwitch({ translator, path }: LanguageSwitchProps) {
  return (
    <nav class="sen-languages" aria-label={translator.t('language.label')}>
      <ul>
        {locales.map((locale) => (
          <li
            key={locale}
            {...(locale === translator.locale ? { class: 'sen-languages__current' } : {})}
          >
            <a
              href={languageHref(path, locale)}
              lang={locale}
              hreflang={locale}
              rel="alternate nofollow"
              {...(locale === translator.locale ? { 'aria-current': 'true' as const } : {})}
            >
              {names[locale]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
