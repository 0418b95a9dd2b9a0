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
  const { t, dateTime, locale } = translator;
  const { refusal, missing, activationUntil, status } = view;
  return (
    <section class="sen-card" aria-labelledby="now">
      <h2 class="sen-heading" id="now">
        {t('officer.now')}
      </h2>
      <p>
        <StatusTag translator={translator} status={view.status} />
      </p>
      <ClockLine translator={translator} clock={view.clock} />
      <ClockWords translator={translator} view={view} />
      <p id="next">{nextWords(translator, view)}</p>
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
          {refusal.letterNumber === undefined ? null : (
            <p id="letter">
              {t('case-field.letter_number')}: {refusal.letterNumber}
            </p>
          )}
          <p>{t(`case-way-on.${refusal.reason}`)}</p>
        </Notice>
      )}
      {activationUntil === undefined || status !== 'approved' ? null : (
        <p>{t('officer.activation-until', { time: dateTime(activationUntil) })}</p>
      )}
    </section>
  );
}

/** When a clock starts that does not run yet, and what it does while it stands still. */
function ClockWords({ translator: { t }, view: { clock, steps } }: CaseNowProps) {
  const starts = clock.state === 'not_started' && steps.some(({ name }) => name === 'completed');
  if (!starts && clock.state !== 'paused') return null;
  return (
    <p class="sen-fine">
      {t(clock.state === 'paused' ? 'officer.clock-paused' : 'officer.clock-not-started')}
    </p>
  );
}

/** Whose turn it is, with what, and until when, where nothing above has said so. */
function nextWords({ t, date, dateTime }: Translator, { next, status, clock }: CaseView): string {
  if (status === 'paused' && next.step === 'supplemented') return t('officer.next-paused');
  const words = [t(`case-next.${next.by}`)];
  if (next.step !== undefined && next.by !== 'authority' && next.by !== 'program') {
    words.push(t('officer.next-step', { step: t(`case-step.${next.step}`) }));
  }
  if (next.at !== undefined && next.by === 'program') {
    words.push(t('officer.next-look', { time: dateTime(next.at) }));
  } else if (next.at !== undefined && clock.dueOn === undefined && status !== 'approved') {
    words.push(t('officer.next-until', { time: date(next.at) }));
  }
  return words.join(' ');
}
