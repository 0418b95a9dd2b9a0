import { translator } from '../../../web/i18n/translator.ts';
import { Layout } from '../../../web/layout.tsx';
import type { PageContext, ServiceFacts } from '../../../web/page-context.ts';
import { WayOn } from './way-on.tsx';

interface HaveAccountPageProps {
  readonly ctx: PageContext;
  readonly service: ServiceFacts | undefined;
}

/** Whoever holds the account of a phone needs no other one. */
export function HaveAccountPage({ ctx, service }: HaveAccountPageProps) {
  const words = translator(ctx.locale);
  const { t } = words;
  return (
    <Layout ctx={ctx} title={t('enrol.mine.title')} lead={t('enrol.mine.lead')} symbol="person">
      <p>{t('enrol.mine.recover')}</p>
      <ul class="sen-links">
        <li>
          <a id="recover" href="/recover">
            {t('enrol.mine.recover-link')}
          </a>
        </li>
        <li>
          <a href="/account">{t('enrol.mine.account-link')}</a>
        </li>
      </ul>
      <WayOn translator={words} service={service} />
    </Layout>
  );
}
