import { Told } from '../components/told.tsx';
import { errorPath } from '../errors/explain.ts';
import { searchErrors, type FoundArea } from '../errors/search.ts';
import { translator } from '../i18n/translator.ts';
import { Layout } from '../layout.tsx';
import type { PageContext } from '../page-context.ts';

export interface ErrorsPageProps {
  readonly ctx: PageContext;
  /** What was looked for; everything is shown without it. */
  readonly query: string;
}

/** Every error code, by area, or those that fit what was looked for. */
export function ErrorsPage({ ctx, query }: ErrorsPageProps) {
  const words = translator(ctx.locale);
  const { t } = words;
  const areas = searchErrors(query, ctx.locale);
  const count = areas.reduce((sum, { entries }) => sum + entries.length, 0);
  return (
    <Layout
      ctx={ctx}
      title={t('errors.title')}
      lead={<Told text={t('errors.lead')} />}
      width="wide"
    >
      <form method="get" action="/errors" class="sen-search">
        <label class="govuk-label" for="q">
          {t('errors.search')}
        </label>
        <div class="sen-search__row">
          <input class="govuk-input" type="search" id="q" name="q" value={query} maxLength={100} />
          <button type="submit" class="sen-button sen-button--secondary">
            <span>{t('errors.find')}</span>
          </button>
        </div>
      </form>
      {query === '' ? null : (
        <p id="found" role="status">
          {t('errors.found', { count })} <a href="/errors">{t('errors.all')}</a>
        </p>
      )}
      {areas.map((area) => (
        <Area key={area.area} {...area} locale={ctx.locale} title={t(`errors.area.${area.area}`)} />
      ))}
    </Layout>
  );
}

function Area({
  area,
  entries,
  title,
  locale,
}: FoundArea & { readonly title: string; readonly locale: PageContext['locale'] }) {
  return (
    <section class="sen-section" aria-labelledby={`area-${area}`}>
      <h2 class="sen-heading" id={`area-${area}`}>
        {title}
      </h2>
      <dl class="sen-codes">
        {entries.map(([code, { cause }]) => (
          <div key={code}>
            <dt>
              <a href={errorPath(code)}>
                <code>{code}</code>
              </a>
            </dt>
            <dd>
              <Told text={firstSentence(cause[locale])} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function firstSentence(text: string): string {
  return text.split(/(?<=\.) /)[0] ?? text;
}
