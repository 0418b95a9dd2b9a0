import type { VNode } from 'preact';

import type { CaseView, StepOffer } from '../../../enrolment/cases/case-view.ts';
import { caseReference } from '../../../enrolment/reference.ts';
import { Notice } from '../../../web/components/notice.tsx';
import type { Translator } from '../../../web/i18n/translator.ts';
import { Layout } from '../../../web/layout.tsx';
import type { PageContext } from '../../../web/page-context.ts';
import type { NameOf } from '../case-people.ts';
import { ApplicantFacts } from './applicant-facts.tsx';
import { CaseHistory } from './case-history.tsx';
import { CaseNow } from './case-now.tsx';

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
      lead={t(`case-kind.${view.kind}`)}
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
      <Steps translator={translator} steps={view.steps} home={home} />
      <ApplicantFacts translator={translator} view={view} />
      <CaseHistory translator={translator} history={view.history} nameOf={nameOf} />
      <p class="sen-fine">{t('officer.case-number', { reference: caseReference(view.id) })}</p>
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

interface StepsProps {
  readonly translator: Translator;
  readonly steps: readonly StepOffer[];
  readonly home: string;
}

/** What may be done now leads to its form; what waits says for what. */
function Steps({ translator: { t, list }, steps, home }: StepsProps) {
  const allowed = steps.filter((step) => step.allowed);
  const waiting = steps.filter(({ whyNot }) => whyNot === 'needs_earlier_step');
  const others = [
    ...new Set(
      steps.flatMap(({ allowed: may, whyNot }) =>
        may || whyNot === undefined || !TOLD.has(whyNot) ? [] : [whyNot],
      ),
    ),
  ];
  return (
    <section aria-labelledby="steps">
      <h2 class="sen-heading" id="steps">
        {t('officer.steps')}
      </h2>
      {allowed.length === 0 ? <p>{t('officer.no-steps')}</p> : null}
      {allowed.length === 0 && others.length > 0 ? (
        <ul class="govuk-list govuk-list--bullet">
          {others.map((why) => (
            <li key={why}>{t(`case-why-not.${why}`)}</li>
          ))}
        </ul>
      ) : null}
      <ul class="sen-tasks">
        {allowed.map(({ name }) => (
          <li key={name}>
            <a href={`${home}/steps/${name}`} id={`step-${name}`}>
              {t(`case-step.${name}`)}
            </a>
          </li>
        ))}
        {waiting.map(({ name, waitsFor }) => (
          <li key={name} class="sen-tasks__waiting">
            <span>{t(`case-step.${name}`)}</span>
            <span class="sen-fine">
              {t('officer.waits-for', {
                steps: list(waitsFor.map((each) => t(`case-step.${each}`))),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What somebody at this page can do something about, or should know. */
const TOLD: ReadonlySet<string> = new Set([
  'not_your_role',
  'not_this_office',
  'own_case',
  'another_person_must_decide',
  'closed',
]);
