import { AccountLevelBadge } from '../components/level-badge.tsx';
import { translator } from '../i18n/translator.ts';
import { Layout } from '../layout.tsx';
import type { PageContext } from '../page-context.ts';

export interface PersonaLine {
  readonly login: string;
  readonly name: string;
  /** "citizen, born 1990", in the language of the page. */
  readonly who: string;
  readonly level: 1 | 2;
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
      <table class="govuk-table sen-table">
        <thead class="govuk-table__head">
          <tr>
            <th scope="col">{t('personas.login')}</th>
            <th scope="col">{t('personas.who')}</th>
            <th scope="col">{t('personas.level')}</th>
            <th scope="col">{t('personas.notable')}</th>
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {personas.map(({ login, name, who, level, notable }) => (
            <tr key={login}>
              <th scope="row">
                <code>{login}</code>
              </th>
              <td>
                <strong>{name}</strong>
                <br />
                {who}
              </td>
              <td>
                <AccountLevelBadge translator={words} level={level} />
              </td>
              <td>{notable}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {t('personas.codes')} <a href={outboxHref}>{t('outbox.title')}</a>
      </p>
    </Layout>
  );
}
