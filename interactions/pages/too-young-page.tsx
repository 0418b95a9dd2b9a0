import { BackToService } from '../../web/components/back-to-service.tsx';
import { Button } from '../../web/components/button.tsx';
import { Form } from '../../web/components/form.tsx';
import { translator } from '../../web/i18n/translator.ts';
import { Layout } from '../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../web/page-context.ts';

export interface TooYoungPageProps {
  readonly ctx: PageContext;
  readonly target: FormTarget;
  /** The service takes a guardian who signs in for the child. */
  readonly guardianMay: boolean;
}

/** Under 14 the guardian uses the account for the child (D69, Art. 14(2)). Buttons: `guardian`, `cancel`. */
export function TooYoungPage({ ctx, target, guardianMay }: TooYoungPageProps) {
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
      {guardianMay ? (
        <Form target={target} class="sen-actions">
          <Button name="guardian" icon="people">
            {t('too-young.guardian')}
          </Button>
        </Form>
      ) : (
        <p>{t('too-young.not-here')}</p>
      )}
      <BackToService
        translator={words}
        target={target}
        service={ctx.service}
        kind={guardianMay ? 'quiet' : 'primary'}
      />
    </Layout>
  );
}
