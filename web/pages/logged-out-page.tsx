import { backLabel } from '../components/back-to-service.tsx';
import { translator } from '../i18n/translator.ts';
import { Layout } from '../layout.tsx';
import type { PageContext } from '../page-context.ts';
import { safeUrl } from '../safe-url.ts';

export interface LoggedOutPageProps {
  readonly ctx: PageContext;
}

export function LoggedOutPage({ ctx }: LoggedOutPageProps) {
  const words = translator(ctx.locale);
  const { t } = words;
  const home = safeUrl(ctx.service?.homeUri);
  return (
    <Layout ctx={ctx} title={t('logged-out.title')} lead={t('logged-out.what')} symbol="check">
      <p>{t('logged-out.shared')}</p>
      {home === undefined ? null : (
        <a class="sen-button sen-button--primary" id="back" href={home}>
          <span>{backLabel(words, ctx.service)}</span>
        </a>
      )}
    </Layout>
  );
}
