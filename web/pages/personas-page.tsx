import { AccountLevelBadge } from '../components/level-badge.tsx';
import { translator } from '../i18n/translator.ts';
import { Layout } from '../layout.tsx';
import type { PageContext } from '../page-context.ts';

export interface PersonaLine {
  readonly login: string;
  readonly name: string;
  /** "citizen, born 1990", in the language of the page. */
  readonly who: string;
  /** Undefined for organisations. */
  readonly level: 1 | 2 | undefined;
  /** In the language of the page. */
  readonly notable: string;
}

export interface PersonasPageProps {
  readonly ctx: PageContext;
  readonly password: string;
  readonly personas: readonly PersonaLine[];
  readonly outboxHref: string;
}

export function PersonasPage({ ctx, password, personas, outboxHref }: PersonasPageProps) {
  const words = translator(ctx.locale);
  const { t } = words;
  const lead = [t('personas.lead'), ' ', <code key="password">{password}</code>];
  return (
    <Layout ctx={ctx} title={t('personas.title')} lead={lead} width="wide">
      <ul class="sen-people">
        {personas.map(({ login, name, who, level, notable }) => (
          <li key={login} class="sen-card">
            <h2 class="sen-heading">{name}</h2>
            <p class="sen-fine">{who}</p>
            <p class="sen-people__login">
              <span class="govuk-visually-hidden">{t('personas.login')}: </span>
              <code>{login}</code>
            </p>
            {level === undefined ? null : (
              <p>
                <AccountLevelBadge translator={words} level={level} />
              </p>
            )}
            <p>{notable}</p>
          </li>
        ))}
      </ul>
      <p>
        {t('personas.codes')} <a href={outboxHref}>{t('outbox.title')}</a>
      </p>
    </Layout>
  );
}
