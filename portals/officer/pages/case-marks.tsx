import type { CaseStatus } from '../../../enrolment/case.ts';
import type { ClockView } from '../../../enrolment/cases/case-view.ts';
import { articleText } from '../../../web/i18n/article-text.ts';
import type { Translator } from '../../../web/i18n/translator.ts';

/** Word and colour; the word alone says it all. */
export function StatusTag({
  translator: { t },
  status,
}: {
  readonly translator: Translator;
  readonly status: CaseStatus;
}) {
  return <span class={`sen-tag sen-tag--${status}`}>{t(`case-status.${status}`)}</span>;
}

export function ClockLine({
  translator,
  clock,
  brief = false,
}: {
  readonly translator: Translator;
  readonly clock: ClockView;
  /** Without what the limit is and where it comes from: of a case in a list. */
  readonly brief?: boolean;
}) {
  const { t, calendarDate, locale } = translator;
  const { state, dueOn, daysLeft, limit } = clock;
  const unit = limit?.unit === 'calendar' ? 'calendar-days' : 'working-days';
  return (
    <p class="sen-clock">
      <span class={`sen-tag sen-tag--clock-${state}`}>{t(`case-clock.${state}`)}</span>
      {dueOn === undefined ? null : ` ${t('officer.due-on', { date: calendarDate(dueOn) })}`}
      {daysLeft === undefined
        ? null
        : ` ${t('officer.days-left', { days: t(`case-clock.${unit}`, { days: daysLeft }) })}`}
      {limit === undefined || dueOn === undefined || brief
        ? null
        : ` (${t(`case-clock.${unit}`, { days: limit.days })}; ${articleText(locale, limit.source)})`}
    </p>
  );
}
