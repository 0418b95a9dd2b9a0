import { backLabel } from '../components/back-to-service.tsx';
import type { IconName } from '../components/icon.tsx';
import { translator } from '../i18n/translator.ts';
import { Layout } from '../layout.tsx';
import type { PageContext } from '../page-context.ts';
import { safeUrl } from '../safe-url.ts';
import { errorKind, type ErrorKind } from './error-kind.ts';

export interface ErrorPageProps {
  /** With `service`, the page links back to its `homeUri`. */
  readonly ctx: PageContext;
  /** Stable and documented, e.g. `invalid_request`. Shown, because support asks for it; no internals beside it. */
  readonly code: string;
  /** Overrides what the code says by itself, e.g. when the same code means something else here. */
  readonly kind?: ErrorKind | undefined;
  /** For who builds the service: the protocol's own words, written for the wire. */
  readonly detail?: string | undefined;
}

export function ErrorPage({ ctx, code, kind = errorKind(code), detail }: ErrorPageProps) {
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
        {t('error.code')}: <code id="error-code">{code}</code>
      </p>
      {detail === undefined ? null : (
        <details class="govuk-details sen-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{t('error.developers')}</span>
          </summary>
          <div class="govuk-details__text" id="error-detail" lang="en">
            {detail}
          </div>
        </details>
      )}
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
