import { BackToService } from '../../web/components/back-to-service.tsx';
import { Button } from '../../web/components/button.tsx';
import { Form } from '../../web/components/form.tsx';
import { translator } from '../../web/i18n/translator.ts';
import { Layout } from '../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../web/page-context.ts';

export interface CannotActPageProps {
  readonly ctx: PageContext;
  readonly target: FormTarget;
  readonly why: 'may_not_act' | 'ward_unusable' | 'representative_only';
  /** Of the person, or the organisation, acted for. */
  readonly name: string;
  /** Somebody else can be chosen. */
  readonly mayChange: boolean;
}

/** Who acts is told that they cannot, and the way on; nothing of the ward that is the ward's own. Buttons: `switch-person`, `cancel`. */
export function CannotActPage({ ctx, target, why, name, mayChange }: CannotActPageProps) {
  const words = translator(ctx.locale);
  const { t } = words;
  return (
    <Layout ctx={ctx} title={t('cannot-act.title')} symbol="people" target={target}>
      {why === 'may_not_act' ? (
        <>
          <p>{t('cannot-act.may-not-act', { name })}</p>
          <p>{t('cannot-act.may-not-act-why')}</p>
          <p>{t('cannot-act.may-not-act-next')}</p>
        </>
      ) : null}
      {why === 'ward_unusable' ? (
        <>
          <p>{t('cannot-act.ward-unusable', { name })}</p>
          <p>{t('cannot-act.ward-unusable-next')}</p>
        </>
      ) : null}
      {why === 'representative_only' ? (
        <>
          <p>{t('cannot-act.organisation')}</p>
          <p>{t('cannot-act.organisation-next')}</p>
        </>
      ) : null}
      {mayChange ? (
        <Form target={target} class="sen-actions">
          <Button name="switch-person" id="choose-other" kind="secondary">
            {t('cannot-act.other')}
          </Button>
        </Form>
      ) : null}
      <BackToService translator={words} target={target} service={ctx.service} kind="primary" />
    </Layout>
  );
}
