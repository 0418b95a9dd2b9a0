import type { CaseView } from '../../../enrolment/cases/case-view.ts';
import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { translator } from '../../../web/i18n/translator.ts';
import { Layout } from '../../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../../web/page-context.ts';
import { CaseButtons, CaseStanding } from '../../case-standing.tsx';
import { ENROL } from '../addresses.ts';

export interface CasePageProps {
  readonly ctx: PageContext;
  readonly target: FormTarget;
  readonly view: CaseView;
  /** What was just done, or could not be. */
  readonly told?: 'renewed' | 'withdrawn' | 'outdated' | 'not-now' | 'too-often' | undefined;
}

/** Where an application stands, what happens next and when. Buttons: `renew`, `withdraw`, `close`. */
export function CasePage(props: CasePageProps) {
  const { ctx, target, view, told } = props;
  const words = translator(ctx.locale);
  const { t } = words;
  return (
    <Layout ctx={ctx} title={t('application.title')} lead={t(`case-kind.${view.kind}`)}>
      {told === undefined ? null : (
        <Notice icon="check" role="status">
          {t(`application.${told}`)}
        </Notice>
      )}
      <CaseStanding translator={words} view={view} />
      {view.status === 'refused' || view.status === 'withdrawn' ? (
        <p>
          <a class="sen-button sen-button--primary" id="again" href={ENROL}>
            <span>{t('application.again')}</span>
          </a>
        </p>
      ) : null}
      <Form target={target}>
        <CaseButtons translator={words} view={view} />
        <Button name="close" kind="quiet">
          {t('application.close')}
        </Button>
      </Form>
    </Layout>
  );
}
