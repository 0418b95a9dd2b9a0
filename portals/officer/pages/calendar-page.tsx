import type { VNode } from 'preact';

import type { WhyNotDay } from '../../../enrolment/calendar-editing.ts';
import type { StatutoryDay } from '../../../enrolment/statutory-days.ts';
import { Button } from '../../../web/components/button.tsx';
import { ChoiceField } from '../../../web/components/choice-field.tsx';
import { DateField } from '../../../web/components/date-field.tsx';
import { Form } from '../../../web/components/form.tsx';
import { TextField } from '../../../web/components/text-field.tsx';
import type { Translator } from '../../../web/i18n/translator.ts';
import { Layout } from '../../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../../web/page-context.ts';
import { LeftBeforeNotices, type LeftBefore } from './left-before.tsx';

export interface CalendarPageProps extends LeftBefore {
  readonly ctx: PageContext;
  readonly translator: Translator;
  readonly bar: VNode;
  readonly days: readonly (StatutoryDay & { readonly entered: boolean })[];
  readonly target: FormTarget;
  readonly typed: Readonly<Record<string, string>>;
  readonly problem: WhyNotDay | undefined;
}

/** Which days are worked on, and which not, where their weekday does not say so. */
export function CalendarPage(props: CalendarPageProps) {
  const { ctx, translator, bar, days, problem } = props;
  const { t, calendarDate } = translator;
  const problems =
    problem === undefined ? [] : [{ text: t(`officer.day-${problem}`), field: fieldOf(problem) }];
  return (
    <Layout
      ctx={ctx}
      title={t('officer.calendar')}
      lead={t('officer.calendar-lead')}
      width="wide"
      problems={problems}
      bar={bar}
    >
      <LeftBeforeNotices {...props} />
      <ul class="sen-days">
        {days.map(({ date, kind, source, confirmed, entered }) => (
          <li key={date}>
            <strong>{calendarDate(date)}</strong>
            {`: ${t(`officer.day-kind-${kind}`)}`}
            {entered ? ` (${t('officer.day-entered')})` : null}
            {confirmed ? null : ` (${t('officer.day-unconfirmed')})`}
            <span class="sen-fine">{source}</span>
          </li>
        ))}
      </ul>
      <h2 class="sen-heading">{t('officer.day-change')}</h2>
      <DayForm {...props} />
    </Layout>
  );
}

function DayForm({ translator, target, typed, problem }: CalendarPageProps) {
  const { t } = translator;
  const [year = '', month = '', day = ''] = (typed['date'] ?? '').split('-');
  const told = (field: string) =>
    problem !== undefined && fieldOf(problem) === field ? t(`officer.day-${problem}`) : undefined;
  return (
    <Form target={target}>
      <DateField
        translator={translator}
        name="date"
        legend={t('officer.day')}
        problem={told('date')}
        typed={{ day, month, year }}
      />
      <ChoiceField
        translator={translator}
        name="kind"
        legend={t('officer.day-kind')}
        problem={told('kind')}
        choices={(['off', 'make_up', 'as_statute'] as const).map((value) => ({
          value,
          label: t(`officer.day-kind-${value}`),
        }))}
        chosen={typed['kind']}
      />
      <TextField
        translator={translator}
        name="source"
        label={t('officer.day-source')}
        hint={t('officer.day-source-hint')}
        problem={told('source')}
        input={{ type: 'text', value: typed['source'] ?? '', maxLength: 200, autocomplete: 'off' }}
      />
      <Button name="save">{t('officer.day-save')}</Button>
    </Form>
  );
}

function fieldOf(problem: WhyNotDay): 'date' | 'kind' | 'source' {
  switch (problem) {
    case 'no_kind':
      return 'kind';
    case 'no_source':
    case 'source_unreadable':
    case 'number_in_source':
      return 'source';
    default:
      return 'date';
  }
}
