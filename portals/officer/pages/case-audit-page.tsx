import type { VNode } from 'preact';

import { STEP_NAMES, type StepName } from '../../../enrolment/cases/vocabulary.ts';
import type { Translator } from '../../../web/i18n/translator.ts';
import { Layout } from '../../../web/layout.tsx';
import type { PageContext } from '../../../web/page-context.ts';

interface AuditLine {
  readonly id: string;
  readonly at: number;
  readonly type: string;
  readonly who: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface CaseAuditPageProps {
  readonly ctx: PageContext;
  readonly translator: Translator;
  readonly bar: VNode;
  readonly back: string;
  readonly events: readonly AuditLine[];
}

/** What was recorded of a case, newest first: to be read, by who looks after others. */
export function CaseAuditPage({ ctx, translator, bar, back, events }: CaseAuditPageProps) {
  const { t, dateTime } = translator;
  return (
    <Layout
      ctx={ctx}
      title={t('officer.audit')}
      lead={t('officer.audit-lead')}
      width="wide"
      bar={bar}
    >
      <ol class="sen-history">
        {events.map((event) => (
          <li key={event.id}>
            <p>
              <strong>{titleOf(event, translator)}</strong>
            </p>
            <p class="sen-fine">
              {t('officer.done-by', { name: event.who, time: dateTime(event.at) })}
            </p>
            <p class="sen-fine">
              {[['type', event.type], ...Object.entries(event.data)]
                .map(([name, value]) => `${name}: ${String(value)}`)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ol>
      <p class="sen-back">
        <a href={back}>{t('officer.back')}</a>
      </p>
    </Layout>
  );
}

/** In words where there are any; what exactly was written stands below it. */
function titleOf({ type, data }: AuditLine, { t }: Translator): string {
  const step: StepName | undefined = STEP_NAMES.find((name) => name === data['step']);
  switch (type) {
    case 'case.opened':
      return t('case-happened.opened');
    case 'case.step_taken':
      return step === undefined ? type : t(`case-happened.${step}`);
    case 'case.step_refused':
      return step === undefined
        ? type
        : t('officer.audit-refused', { step: t(`case-step.${step}`) });
    case 'case.viewed':
      return t('officer.audit-viewed');
    default:
      return type;
  }
}
