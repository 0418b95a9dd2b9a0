import { Button } from '../web/components/button.tsx';
import { Form } from '../web/components/form.tsx';
import { translator } from '../web/i18n/translator.ts';
import { Layout } from '../web/layout.tsx';
import type { FormTarget, PageContext } from '../web/page-context.ts';

export interface WithdrawPageProps {
  readonly ctx: PageContext;
  readonly target: FormTarget;
  readonly backHref: string;
}

/** Asked once more, for there is no way back. Button: `withdraw-now`. */
export function WithdrawPage({ ctx, target, backHref }: WithdrawPageProps) {
  const { t } = translator(ctx.locale);
  return (
    <Layout
      ctx={ctx}
      title={t('application.withdraw-title')}
      lead={t('application.withdraw-lead')}
      symbol="alert"
    >
      <Form target={target}>
        <Button name="withdraw-now">{t('application.withdraw-confirm')}</Button>
      </Form>
      <a class="sen-button sen-button--secondary" id="stay" href={backHref}>
        <span>{t('application.withdraw-stay')}</span>
      </a>
    </Layout>
  );
}
