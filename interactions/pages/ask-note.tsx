import type { AssuranceAsk } from '../../web/assurance-ask.ts';
import type { Translator } from '../../web/i18n/translator.ts';

interface AskNoteProps {
  readonly translator: Translator;
  readonly ask: AssuranceAsk;
}

/** What the service asks for and why, for whoever wants to know before typing anything. */
export function AskNote({ translator: { t }, ask }: AskNoteProps) {
  return (
    <details class="sen-details">
      <summary>{t('sign-in.why')}</summary>
      <div class="sen-details__text">
        <p>
          <strong>{t(`level.${ask.level}`)}.</strong> {t(`ask.${ask.level}`)}
        </p>
        {ask.reason === undefined ? null : (
          <p>
            {t('step-up.why')}: {ask.reason}
          </p>
        )}
      </div>
    </details>
  );
}
