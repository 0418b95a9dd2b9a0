import type { VNode } from 'preact';

import type { CaseKind } from '../../../enrolment/case.ts';
import type { CaseField, FieldFaults, StepName } from '../../../enrolment/cases/vocabulary.ts';
import { Button } from '../../../web/components/button.tsx';
import { ClaimList, type ClaimLine } from '../../../web/components/claim-list.tsx';
import type { Translator } from '../../../web/i18n/translator.ts';
import { Layout } from '../../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../../web/page-context.ts';
import type { OptionNames } from '../lock-words.ts';
import { CaseFields, problemsOf } from './case-fields.tsx';
import { LeftBeforeNotices, type LeftBefore } from './left-before.tsx';

export interface StepPageProps extends LeftBefore {
  readonly ctx: PageContext;
  readonly translator: Translator;
  readonly bar: VNode;
  /** `opened`: of a case that is not there yet. */
  readonly step: StepName;
  readonly kind: CaseKind;
  readonly applicantName: string | undefined;
  readonly fields: readonly CaseField[];
  readonly needsReason: boolean;
  /** Of what can be chosen and has no word of its own. */
  readonly names?: OptionNames;
  /** What the documents, or the applicant, are held against: of steps that vouch for it. */
  readonly facts?: readonly ClaimLine[];
  readonly typed: Readonly<Record<string, string>>;
  readonly faults: FieldFaults;
  readonly hidden: Readonly<Record<string, string>>;
  readonly target: FormTarget;
  readonly back: string;
}

/** One step of one case, and nothing else. */
export function StepPage(props: StepPageProps) {
  const { ctx, translator, bar, step, kind, applicantName, fields, target, back, hidden } = props;
  const { t } = translator;
  const picture = fields.some((field) => field.kind === 'picture');
  const of = applicantName === undefined ? '' : `${applicantName} · `;
  return (
    <Layout
      ctx={ctx}
      title={t(`case-step.${step}`)}
      lead={of + t(`case-kind.${kind}`)}
      problems={problemsOf(translator, props.faults)}
      bar={bar}
      scripts={picture ? ['picture-preview'] : []}
    >
      <LeftBeforeNotices {...props} />
      <Facts translator={translator} facts={props.facts ?? []} />
      <form
        method="post"
        action={target.action}
        noValidate
        {...(picture ? { encType: 'multipart/form-data' as const } : {})}
      >
        <input type="hidden" name="csrf" value={target.csrf} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <CaseFields
          translator={translator}
          fields={fields}
          typed={props.typed}
          faults={props.faults}
          needsReason={props.needsReason}
          names={props.names ?? new Map()}
        />
        {fields.length === 0 && !props.needsReason ? <p>{t('officer.nothing-to-type')}</p> : null}
        <Button name="take">{t(`case-step.${step}`)}</Button>
      </form>
      <p class="sen-back">
        <a href={back}>{t('officer.back')}</a>
      </p>
    </Layout>
  );
}

function Facts({
  translator: { t },
  facts,
}: {
  readonly translator: Translator;
  readonly facts: readonly ClaimLine[];
}) {
  if (facts.length === 0) return null;
  return (
    <section class="sen-section" aria-labelledby="facts">
      <h2 class="sen-heading" id="facts">
        {t('officer.applicant')}
      </h2>
      <ClaimList lines={facts} />
    </section>
  );
}
