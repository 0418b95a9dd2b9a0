import type { VNode } from 'preact';

import type { CaseView } from '../../../enrolment/cases/case-view.ts';
import { caseReference } from '../../../enrolment/reference.ts';
import { Notice } from '../../../web/components/notice.tsx';
import type { Translator } from '../../../web/i18n/translator.ts';
import { Layout } from '../../../web/layout.tsx';
import type { PageContext } from '../../../web/page-context.ts';
import type { NameOf } from '../case-people.ts';
import { ApplicantFacts } from './applicant-facts.tsx';
import { CaseHistory } from './case-history.tsx';
import { CaseNow } from './case-now.tsx';
import { CaseSteps, StepsAside } from './case-steps.tsx';

export interface CasePageProps {
  readonly ctx: PageContext;
  readonly translator: Translator;
  readonly bar: VNode;
  readonly view: CaseView;
  readonly nameOf: NameOf;
  /** Something to be told first: a step was taken, or somebody was quicker. */
  readonly notice?: { readonly kind: 'success' | 'warning'; readonly text: string } | undefined;
  readonly audits: boolean;
}

/** Everything about one case: where it stands, what may be done next, and what was done. */
export function CasePage({ ctx, translator, bar, view, nameOf, notice, audits }: CasePageProps) {
  const { t } = translator;
  const home = `/officer/cases/${view.id}`;
  const printable = view.form === 'TK01' || view.form === 'TK03';
  return (
    <Layout
      ctx={ctx}
      title={view.applicantName ?? t('officer.case')}
      lead={
        <>
          {t(`case-kind.${view.kind}`)}
          <br />
          {t('officer.case-number', { reference: caseReference(view.id) })}
        </>
      }
      width="wide"
      bar={bar}
    >
      {notice === undefined ? null : (
        <Notice
          kind={notice.kind}
          icon={notice.kind === 'success' ? 'check' : 'alert'}
          role="status"
        >
          {notice.text}
        </Notice>
      )}
      <CaseNow translator={translator} view={view} />
      <CaseSteps translator={translator} view={view} home={home} />
      <ApplicantFacts translator={translator} view={view} />
      <CaseHistory translator={translator} history={view.history} nameOf={nameOf} />
      <StepsAside translator={translator} view={view} home={home} />
      <ul class="sen-ways">
        {printable ? (
          <li>
            <a href={`${home}/form`}>{t('officer.to-form', { form: view.form ?? '' })}</a>
          </li>
        ) : null}
        {audits ? (
          <li>
            <a href={`${home}/audit`}>{t('officer.to-audit')}</a>
          </li>
        ) : null}
        <li>
          <a href="/officer">{t('officer.to-work')}</a>
        </li>
      </ul>
    </Layout>
  );
}
