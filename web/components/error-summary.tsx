import type { Translator } from '../i18n/translator.ts';
import { Icon } from './icon.tsx';
import type { Problem } from './problem.ts';

interface ErrorSummaryProps {
  readonly translator: Translator;
  readonly problems: readonly Problem[];
}

/** First thing in main after a failed post, focused by the browser, each line leading to its field. */
export function ErrorSummary({ translator, problems }: ErrorSummaryProps) {
  if (problems.length === 0) return null;
  return (
    <div class="govuk-error-summary sen-problems" role="alert" tabIndex={-1} autofocus>
      <Icon name="alert" />
      <div>
        <h2 class="govuk-error-summary__title">{translator.t('problem.title')}</h2>
        <ul class="govuk-list govuk-error-summary__list">
          {problems.map(({ text, field }) => (
            <li key={text}>{field === undefined ? text : <a href={`#${field}`}>{text}</a>}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
