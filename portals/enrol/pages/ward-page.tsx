import { Steps } from '../../../web/components/steps.tsx';
import { translator } from '../../../web/i18n/translator.ts';
import { Layout } from '../../../web/layout.tsx';
import type { PageContext } from '../../../web/page-context.ts';

export interface WardPageProps {
  readonly ctx: PageContext;
  readonly back: string;
}

/** For children and wards the guardian applies, with an account of their own (D69, Arts. 10 and 11). */
export function WardPage({ ctx, back }: WardPageProps) {
  const { t } = translator(ctx.locale);
  return (
    <Layout ctx={ctx} title={t('enrol.ward.title')} lead={t('enrol.ward.lead')} symbol="people">
      <Steps
        title={t('enrol.ward.how')}
        steps={[
          t('enrol.ward.step-sign-in'),
          t('enrol.ward.step-declare'),
          t('enrol.ward.step-counter'),
        ]}
      />
      <a class="sen-button sen-button--primary" id="sign-in" href="/account/wards/apply">
        <span>{t('enrol.ward.sign-in')}</span>
      </a>
      <ul class="sen-links">
        <li>
          <a id="back" href={back}>
            {t('enrol.back')}
          </a>
        </li>
      </ul>
    </Layout>
  );
}
