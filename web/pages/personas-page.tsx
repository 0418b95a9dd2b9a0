import { AccountLevelBadge } from '../components/level-badge.tsx';
import { translator, type Translator } from '../i18n/translator.ts';
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
  /** A group of their own. */
  readonly officers: readonly PersonaLine[];
  readonly outboxHref: string;
}

export function PersonasPage({ ctx, password, personas, officers, outboxHref }: PersonasPageProps) {
  const words = translator(ctx.locale);
  const { t } = words;
  const lead = [t('personas.lead'), ' ', <code key="password">{password}</code>];
  return (
    <Layout ctx={ctx} title={t('personas.title')} lead={lead} width="wide">
      <PersonaCards translator={words} heading="h2" people={personas} />
      <h2 class="sen-heading" id="officers">
        {t('personas.officers')}
      </h2>
      <p>
        {t('personas.officers-what')} <a href="/officer">{t('officer.title')}</a>
      </p>
      <PersonaCards translator={words} heading="h3" people={officers} />
      <p>
        {t('personas.codes')} <a href={outboxHref}>{t('outbox.title')}</a>
      </p>
    </Layout>
  );
}

function PersonaCards({
  translator: words,
  heading: Heading,
  people,
}: {
  readonly translator: Translator;
  readonly heading: 'h2' | 'h3';
  readonly people: readonly PersonaLine[];
}) {
  return (
    <ul class="sen-people">
      {people.map(({ login, name, who, level, notable }) => (
        <li key={login} class="sen-card">
          <Heading class="sen-heading">{name}</Heading>
          <p class="sen-fine">{who}</p>
          <p class="sen-people__login">
            <span class="govuk-visually-hidden">{words.t('personas.login')}: </span>
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
  );
}
