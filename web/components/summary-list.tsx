import type { Translator } from '../i18n/translator.ts';

export interface SummaryLine {
  readonly label: string;
  readonly value: string;
  /** Where it is changed; absent where it cannot be. */
  readonly changeHref?: string | undefined;
}

interface SummaryListProps {
  readonly translator: Translator;
  readonly lines: readonly SummaryLine[];
}

/** Answers to be looked over, each with the way back to its question. */
export function SummaryList({ translator: { t }, lines }: SummaryListProps) {
  return (
    <dl class="sen-claims sen-summary">
      {lines.map(({ label, value, changeHref }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value}
            {changeHref === undefined ? null : (
              <a class="sen-summary__change" href={changeHref}>
                {t('button.change')}
                <span class="govuk-visually-hidden">: {label}</span>
              </a>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
