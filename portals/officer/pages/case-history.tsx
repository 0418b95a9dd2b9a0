import type { StepTaken } from '../../../enrolment/cases/case-view.ts';
import type { Translator } from '../../../web/i18n/translator.ts';
import type { NameOf } from '../case-people.ts';

interface CaseHistoryProps {
  readonly translator: Translator;
  readonly history: readonly StepTaken[];
  readonly nameOf: NameOf;
}

/** What was done by whom and when, the latest last. */
export function CaseHistory({ translator, history, nameOf }: CaseHistoryProps) {
  const { t, dateTime } = translator;
  return (
    <section aria-labelledby="history">
      <h2 class="sen-heading" id="history">
        {t('officer.history')}
      </h2>
      <ol class="sen-history">
        {history.map(({ sequence, name, actor, at, reason, undid, outcome }) => (
          <li key={sequence}>
            <p>
              <strong>{t(`case-happened.${name}`)}</strong>
              {undid === undefined ? null : `: ${t(`case-step.${undid}`)}`}
              {outcome === undefined ? null : `: ${t(`case-outcome.${outcome}`)}`}
            </p>
            <p class="sen-fine">
              {t('officer.done-by', { name: nameOf(actor), time: dateTime(at) })}
            </p>
            {reason === undefined ? null : <p>{t('officer.because', { reason })}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
