import { backLabel } from '../components/back-to-service.tsx';
import type { IconName } from '../components/icon.tsx';
import type { ErrorKind } from '../errors/entry.ts';
import { errorPath } from '../errors/explain.ts';
import { errorEntry } from '../errors/table.ts';
import { translator } from '../i18n/translator.ts';
import { Layout } from '../layout.tsx';
import type { PageContext } from '../page-context.ts';
import { safeUrl } from '../safe-url.ts';

export interface ErrorPageProps {
  /** With `service`, the page links back to its `homeUri`. */
  readonly ctx: PageContext;
  /** Stable and documented in the table of errors, e.g. `pkce.missing`. */
  readonly code: string;
  /** For who builds the service: the protocol's own words, written for the wire. */
  readonly detail?: string | undefined;
}

export function ErrorPage({ ctx, code, detail }: ErrorPageProps) {
  // A code nobody foresaw is a fault of ours.
  const entry = errorEntry(code);
  const kind = entry?.people ?? 'unexpected';
  const words = translator(ctx.locale);
  const { t } = words;
  const home = safeUrl(ctx.service?.homeUri);
  return (
    <Layout
      ctx={ctx}
      title={t(`error.${kind}.title`)}
      lead={t(`error.${kind}.what`)}
      symbol={symbolOf(kind)}
    >
      <section class="sen-section">
        <h2 class="sen-heading">{t('error.next')}</h2>
        <p>{t(`error.${kind}.next`)}</p>
      </section>
      <p class="sen-fine">
        {t('error.code')}: <code id="error-code">{entry?.error ?? code}</code>
      </p>
      <details class="govuk-details sen-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">{t('error.developers')}</span>
        </summary>
        <div class="govuk-details__text">
          {detail === undefined ? null : (
            <p id="error-detail" lang="en">
              {detail}
            </p>
          )}
          <p>
            <a id="error-uri" href={errorPath(entry === undefined ? 'server_error' : code)}>
              {t('error.explained')}
            </a>
          </p>
        </div>
      </details>
      {home === undefined ? null : (
        <a class="sen-button sen-button--primary" id="back" href={home}>
          <span>{backLabel(words, ctx.service)}</span>
        </a>
      )}
    </Layout>
  );
}

function symbolOf(kind: ErrorKind): IconName {
  if (kind === 'expired' || kind === 'too-many' || kind === 'busy') return 'clock';
  return kind === 'level' || kind === 'untrusted-form' ? 'shield' : 'alert';
}
