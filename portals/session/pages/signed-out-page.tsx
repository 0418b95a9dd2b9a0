import { translator } from '../../../web/i18n/translator.ts';
import { Layout } from '../../../web/layout.tsx';
import type { PageContext } from '../../../web/page-context.ts';

interface SignedOutPageProps {
  readonly ctx: PageContext;
  readonly home: string;
}

export function SignedOutPage({ ctx, home }: SignedOutPageProps) {
  const { t } = translator(ctx.locale);
  return (
    <Layout
      ctx={ctx}
      title={t('portal.signed-out')}
      lead={t('portal.signed-out-what')}
      symbol="check"
    >
      <p>{t('logged-out.shared')}</p>
      <a class="sen-button sen-button--secondary" id="again" href={home}>
        <span>{t('portal.sign-in')}</span>
      </a>
    </Layout>
  );
}
