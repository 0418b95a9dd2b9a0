import type { CaseView } from '../../../enrolment/cases/case-view.ts';
import { Form } from '../../../web/components/form.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { translator } from '../../../web/i18n/translator.ts';
import type { FormTarget, PageContext } from '../../../web/page-context.ts';
import { CaseButtons, CaseStanding } from '../../case-standing.tsx';
import { AccountFrame } from './account-frame.tsx';

export interface OwnCaseProps {
  readonly ctx: PageContext;
  readonly target: FormTarget;
  readonly view: CaseView;
  /** Of somebody the person is guardian of: then it says of whom. */
  readonly forWard: boolean;
  /** Where they go on with what they have begun. */
  readonly goOnHref: string | undefined;
  /** What was just done, or could not be. */
  readonly told?: 'renewed' | 'withdrawn' | 'outdated' | 'not-now' | 'too-often' | undefined;
}

/** Buttons: `renew`, `withdraw`. */
export function OwnCasePage(props: OwnCaseProps) {
  const { ctx, target, view, forWard, goOnHref, told } = props;
  const words = translator(ctx.locale);
  const { t } = words;
  const isDone = told === 'renewed' || told === 'withdrawn';
  return (
    <AccountFrame
      ctx={ctx}
      title={t(`case-kind.${view.kind}`)}
      lead={forWard ? view.applicantName : undefined}
    >
      {told === undefined ? null : (
        <Notice
          kind={isDone ? 'success' : 'warning'}
          icon={isDone ? 'check' : 'alert'}
          role="status"
        >
          {t(`application.${told}`)}
        </Notice>
      )}
      <CaseStanding translator={words} view={view} />
      {goOnHref === undefined ? null : (
        <a class="sen-button sen-button--primary" id="go-on" href={goOnHref}>
          <span>{t('button.continue')}</span>
        </a>
      )}
      <Form target={target}>
        <CaseButtons translator={words} view={view} />
      </Form>
    </AccountFrame>
  );
}
