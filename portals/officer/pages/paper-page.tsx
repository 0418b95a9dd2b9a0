import type { VNode } from 'preact';

import type { CaseView } from '../../../enrolment/cases/case-view.ts';
import { caseReference } from '../../../enrolment/reference.ts';
import { ClaimList } from '../../../web/components/claim-list.tsx';
import type { Translator } from '../../../web/i18n/translator.ts';
import { Layout } from '../../../web/layout.tsx';
import type { PageContext } from '../../../web/page-context.ts';
import { linesOf } from './applicant-facts.tsx';

export interface PaperPageProps {
  readonly ctx: PageContext;
  readonly translator: Translator;
  readonly bar: VNode;
  readonly view: CaseView;
  readonly office: string;
  readonly back: string;
}

/** TK01 and TK03 as they are printed and signed. */
export function PaperPage({ ctx, translator, bar, view, office, back }: PaperPageProps) {
  const { t, date } = translator;
  const form = view.form === 'TK03' ? 'TK03' : 'TK01';
  return (
    <Layout
      ctx={ctx}
      title={t(`officer.paper-${form}`)}
      lead={t('officer.paper-lead', { form })}
      bar={bar}
    >
      <p>{t('officer.paper-to', { office })}</p>
      <ClaimList lines={linesOf(translator, view)} />
      <p>{t('officer.paper-asks', { what: t(`case-kind.${view.kind}`) })}</p>
      <p>{t('officer.paper-true')}</p>
      <p>{t('officer.paper-date', { date: date(view.openedAt) })}</p>
      <div class="sen-signatures">
        <p>{t('officer.paper-applicant')}</p>
        <p>{t('officer.paper-officer')}</p>
      </div>
      <p class="sen-fine">{t('officer.case-number', { reference: caseReference(view.id) })}</p>
      <p class="sen-fine sen-back">{t('officer.paper-print')}</p>
      <p class="sen-back">
        <a href={back}>{t('officer.back')}</a>
      </p>
    </Layout>
  );
}
