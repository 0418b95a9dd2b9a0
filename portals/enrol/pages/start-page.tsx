import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Steps } from '../../../web/components/steps.tsx';
import { translator, type Translator } from '../../../web/i18n/translator.ts';
import { Layout } from '../../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../../web/page-context.ts';

export interface StartPageProps {
  readonly ctx: PageContext;
  /** Of the button that forgets what was begun. */
  readonly target: FormTarget;
  /** Something was answered before. */
  readonly underWay: boolean;
  readonly questionHref: string;
}

/** What it takes, what happens, and where else one may have wanted to go. Button: `forget`. */
export function StartPage({ ctx, target, underWay, questionHref }: StartPageProps) {
  const words = translator(ctx.locale);
  const { t } = words;
  return (
    <Layout ctx={ctx} title={t('enrol.start.title')} lead={t('enrol.start.lead')}>
      {underWay ? (
        <Notice icon="clock" role="status">
          {t('enrol.start.under-way')}
        </Notice>
      ) : null}
      <section class="sen-section">
        <h2 class="sen-heading">{t('enrol.start.need')}</h2>
        <ul class="sen-plain-list">
          <li>{t('enrol.start.need-number')}</li>
          <li>{t('enrol.start.need-phone')}</li>
          <li>{t('enrol.start.need-camera')}</li>
        </ul>
      </section>
      <Steps
        title={t('enrol.start.then')}
        steps={[
          t('enrol.start.step-declare'),
          t('enrol.start.step-result'),
          t('enrol.start.step-password'),
        ]}
      />
      <a class="sen-button sen-button--primary" id="start" href={questionHref}>
        <span>{underWay ? t('enrol.start.continue') : t('enrol.start.begin')}</span>
      </a>
      {underWay ? (
        <Form target={target}>
          <Button name="forget" kind="quiet">
            {t('enrol.start.forget')}
          </Button>
        </Form>
      ) : null}
      <Elsewhere translator={words} />
    </Layout>
  );
}

function Elsewhere({ translator: { t } }: { readonly translator: Translator }) {
  return (
    <>
      <section class="sen-section">
        <h2 class="sen-heading">{t('enrol.start.already')}</h2>
        <ul class="sen-links">
          <li>
            <a href="/application">{t('enrol.start.application-link')}</a>
          </li>
          <li>
            <a href="/activate">{t('enrol.start.activate-link')}</a>
          </li>
        </ul>
      </section>
      <section class="sen-section">
        <h2 class="sen-heading">{t('enrol.start.level-2')}</h2>
        <p>{t('enrol.start.level-2-text')}</p>
      </section>
      <p>
        <a href="/">{t('enrol.home')}</a>
      </p>
    </>
  );
}
