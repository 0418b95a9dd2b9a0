import { backLabel } from '../components/back-to-service.tsx';
import { translator } from '../i18n/translator.ts';
import { Layout } from '../layout.tsx';
import type { PageContext } from '../page-context.ts';
import { safeUrl } from '../safe-url.ts';

export interface ExpiredPageProps {
  /** With `service`, if it is still known, the page links back to its `homeUri`. */
  readonly ctx: PageContext;
}

/** The interaction is over, used, or another browser's. */
export function ExpiredPage({ ctx }: ExpiredPageProps) {
  const words = translator(ctx.locale);
  const { t } = words;
  const home = safeUrl(ctx.service?.homeUri);
  return (
    <Layout ctx={ctx} title={t('expired.title')} lead={t('expired.what')} symbol="clock">
      <p>{t('expired.next')}</p>
      {home === undefined ? null : (
        <a class="sen-button sen-button--primary" id="back" href={home}>
          <span>{backLabel(words, ctx.service)}</span>
        </a>
      )}
    </Layout>
  );
}
