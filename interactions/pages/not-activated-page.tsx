import { BackToService } from '../../web/components/back-to-service.tsx';
import { Steps } from '../../web/components/steps.tsx';
import { translator } from '../../web/i18n/translator.ts';
import { Layout } from '../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../web/page-context.ts';

export interface NotActivatedPageProps {
  readonly ctx: PageContext;
  readonly target: FormTarget;
}

/** Button: `cancel`. */
export function NotActivatedPage({ ctx, target }: NotActivatedPageProps) {
  const words = translator(ctx.locale);
  const { t } = words;
  return (
    <Layout
      ctx={ctx}
      title={t('not-activated.title')}
      lead={t('not-activated.lead')}
      symbol="phone"
      target={target}
    >
      <Steps
        title={t('not-activated.next')}
        steps={[
          t('not-activated.step-code'),
          t('not-activated.step-here'),
          t('not-activated.step-return'),
        ]}
      />
      <a class="sen-button sen-button--primary" id="activate" href="/activate">
        <span>{t('not-activated.go')}</span>
      </a>
      <BackToService translator={words} target={target} service={ctx.service} />
    </Layout>
  );
}
