import type { ComponentChildren } from 'preact';

import { Told } from '../components/told.tsx';
import type { ErrorEntry } from '../errors/entry.ts';
import { errorDescription } from '../errors/explain.ts';
import { specificationUri, type Specification } from '../errors/specifications.ts';
import { translator, type Translator } from '../i18n/translator.ts';
import { Layout } from '../layout.tsx';
import type { PageContext } from '../page-context.ts';

export interface ErrorEntryPageProps {
  readonly ctx: PageContext;
  readonly code: string;
  readonly entry: ErrorEntry;
}

/** Where `error_uri` leads: one error, for who integrates a service, and a word to the person who followed the link. */
export function ErrorEntryPage({ ctx, code, entry }: ErrorEntryPageProps) {
  const words = translator(ctx.locale);
  const { t } = words;
  return (
    <Layout ctx={ctx} title={code} lead={<Told text={entry.cause[ctx.locale]} />}>
      <Part title={t('errors.what')}>
        <p id="remedy">
          <Told text={entry.remedy[ctx.locale]} />
        </p>
      </Part>
      <Part title={t('errors.facts')}>
        <Facts translator={words} code={code} entry={entry} />
      </Part>
      {entry.example === undefined ? null : (
        <Part title={t('errors.example')}>
          <pre class="sen-example">
            <code>{entry.example}</code>
          </pre>
        </Part>
      )}
      {entry.specifications.length === 0 ? null : (
        <Part title={t('errors.specifications')}>
          <ul class="govuk-list">
            {entry.specifications.map((each) => (
              <li key={each}>
                <SpecificationLink translator={words} specification={each} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={t('errors.reference')}>
        <p>{t('errors.reference-text')}</p>
      </Part>
      <Part title={t('errors.person')}>
        <p>
          {t(`error.${entry.people}.what`)} {t('errors.person-next')}
        </p>
      </Part>
      <p>
        <a href="/errors">{t('errors.all')}</a>
      </p>
    </Layout>
  );
}

function Part({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  return (
    <section class="sen-section">
      <h2 class="sen-heading">{title}</h2>
      {children}
    </section>
  );
}

function Facts({
  translator: { t },
  code,
  entry: { error, parameter, says },
}: {
  readonly translator: Translator;
  readonly code: string;
  readonly entry: ErrorEntry;
}) {
  return (
    <dl class="sen-claims">
      <div>
        <dt>error</dt>
        <dd>
          <code id="error">{error}</code>
        </dd>
      </div>
      {parameter === undefined ? null : (
        <div>
          <dt>{t('errors.parameter')}</dt>
          <dd>
            <code>{parameter}</code>
          </dd>
        </div>
      )}
      {says === undefined ? null : (
        <div>
          <dt>{t('errors.description')}</dt>
          <dd lang="en">{errorDescription(code)}</dd>
        </div>
      )}
    </dl>
  );
}

/** Another site need not know which error somebody is reading about. */
function SpecificationLink({
  translator: { t },
  specification,
}: {
  readonly translator: Translator;
  readonly specification: Specification;
}) {
  const [name = '', section = ''] = specification.split(', ');
  return (
    <a href={specificationUri(specification)} rel="noreferrer">
      {t('errors.section', { name, section })}
    </a>
  );
}
