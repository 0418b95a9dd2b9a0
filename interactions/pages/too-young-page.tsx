import { BackToService } from '../../web/components/back-to-service.tsx';
import { translator } from '../../web/i18n/translator.ts';
import { Layout } from '../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../web/page-context.ts';

export interface TooYoungPageProps {
  readonly ctx: PageContext;
  readonly target: FormTarget;
}

/** Under 14 the guardian uses the account for the child (D69, Art. 14(2)). Button: `cancel`. */
export function TooYoungPage({ ctx, target }: TooYoungPageProps) {
  const words = translator(ctx.locale);
  const { t } = words;
  return (
    <Layout
      ctx={ctx}
      title={t('too-young.title')}
      lead={t('too-young.lead')}
      symbol="people"
      target={target}
    >
      <p>{t('too-young.how')}</p>
      <p>{t('too-young.until')}</p>
      <BackToService translator={words} target={target} service={ctx.service} kind="primary" />
    </Layout>
  );
}
