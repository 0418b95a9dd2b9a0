import type { Translator } from '../i18n/translator.ts';
import { FieldFrame } from './field-frame.tsx';

/** As typed. */
export interface TypedDate {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

export interface DateFieldProps {
  readonly translator: Translator;
  /** Fields: `<name>_day`, `<name>_month`, `<name>_year`; the first has the id `<name>`. */
  readonly name: string;
  readonly legend: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly typed: TypedDate;
  /** Of a birth date of one's own, browsers know the parts. */
  readonly birthday?: boolean;
}

const PARTS = ['day', 'month', 'year'] as const;

/** Day, month and year, each typed: nobody scrolls through a calendar to 1962. */
export function DateField({ typed, birthday = false, ...frame }: DateFieldProps) {
  const { translator, name, problem } = frame;
  return (
    <FieldFrame {...frame}>
      <div class="sen-date">
        {PARTS.map((part) => {
          const id = part === 'day' ? name : `${name}_${part}`;
          return (
            <div key={part} class={`sen-date__part sen-date__part--${part}`}>
              <label class="govuk-label" for={id}>
                {translator.t(`date.${part}`)}
              </label>
              <input
                class={`govuk-input${problem === undefined ? '' : ' govuk-input--error'}`}
                type="text"
                inputmode="numeric"
                id={id}
                name={`${name}_${part}`}
                value={typed[part]}
                maxLength={part === 'year' ? 4 : 2}
                autocomplete={birthday ? `bday-${part}` : 'off'}
                {...(problem === undefined ? {} : { 'aria-invalid': 'true' as const })}
              />
            </div>
          );
        })}
      </div>
    </FieldFrame>
  );
}
