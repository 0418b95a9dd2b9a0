import type { Refusal } from '../enrolment/cases/case-view.ts';
import { articleText } from '../web/i18n/article-text.ts';
import type { Translator } from '../web/i18n/translator.ts';

interface RefusalSectionProps {
  readonly translator: Translator;
  readonly refusal: Refusal;
}

/** Why not, by which article, and what can be done about it. */
export function RefusalSection({ translator: { t, locale }, refusal }: RefusalSectionProps) {
  const { reason, article, explanation } = refusal;
  return (
    <>
      <section class="sen-section">
        <h2 class="sen-heading">{t('enrol.refused.why')}</h2>
        <p id="refusal">{t(`case-refusal.${reason}`)}</p>
        {explanation === undefined ? null : <p>{explanation}</p>}
        <p class="sen-fine">
          {t('enrol.refused.article', { article: articleText(locale, article) })}
        </p>
      </section>
      <section class="sen-section">
        <h2 class="sen-heading">{t('enrol.refused.next')}</h2>
        <p>{t(`case-way-on.${reason}`)}</p>
      </section>
    </>
  );
}
