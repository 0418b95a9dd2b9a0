import type { Translator } from '../i18n/translator.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { LotusMark } from './lotus-mark.tsx';

interface SiteHeaderProps {
  readonly translator: Translator;
  readonly path: string | undefined;
}

export function SiteHeader({ translator, path }: SiteHeaderProps) {
  return (
    <header class="sen-header">
      <p class="sen-brand">
        <LotusMark />
        <span>
          <span class="sen-brand__name">SenID</span>
          <span class="govuk-visually-hidden">, </span>
          <span class="sen-brand__tagline">{translator.t('brand.tagline')}</span>
        </span>
      </p>
      {path === undefined ? null : <LanguageSwitch translator={translator} path={path} />}
    </header>
  );
}
