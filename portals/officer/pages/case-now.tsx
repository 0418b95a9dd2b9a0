import type { CaseView } from '../../../enrolment/cases/case-view.ts';
import { Notice } from '../../../web/components/notice.tsx';
import { articleText } from '../../../web/i18n/article-text.ts';
import type { Translator } from '../../../web/i18n/translator.ts';
import { ClockLine, StatusTag } from './case-marks.tsx';

interface CaseNowProps {
  readonly translator: Translator;
  readonly view: CaseView;
}

/** Where it stands, whose turn it is, and until when. */
export function CaseNow({ translator, view }: CaseNowProps) {
  const { t, date, dateTime, locale } = translator;
  const { next, refusal, missing, activationUntil } = view;
  return (
    <section class="sen-card" aria-labelledby="now">
      <h2 class="sen-heading" id="now">
        {t('officer.now')}
      </h2>
      <p>
        <StatusTag translator={translator} status={view.status} />
      </p>
      <ClockLine translator={translator} clock={view.clock} />
      <p id="next">
        {t(`case-next.${next.by}`)}
        {next.step === undefined || next.by === 'authority'
          ? null
          : ` ${t('officer.next-step', { step: t(`case-step.${next.step}`) })}`}
        {next.at === undefined || next.by === 'nobody'
          ? null
          : ` ${t(next.by === 'program' ? 'officer.next-look' : 'officer.next-until', { time: next.by === 'program' ? dateTime(next.at) : date(next.at) })}`}
      </p>
      {missing === undefined ? null : (
        <Notice kind="warning" icon="document">
          {t('officer.missing', { text: missing })}
        </Notice>
      )}
      {refusal === undefined ? null : (
        <Notice kind="warning" icon="alert">
          <p>
            {t(`case-refusal.${refusal.reason}`)} ({articleText(locale, refusal.article)})
          </p>
          {refusal.explanation === undefined ? null : <p>{refusal.explanation}</p>}
          <p>{t(`case-way-on.${refusal.reason}`)}</p>
        </Notice>
      )}
      {activationUntil === undefined ? null : (
        <p>{t('officer.activation-until', { time: dateTime(activationUntil) })}</p>
      )}
    </section>
  );
}
