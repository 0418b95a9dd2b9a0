import type { Translator } from '../i18n/translator.ts';
import type { Choice } from './choice-field.tsx';

export interface SelectFieldProps {
  readonly translator: Translator;
  readonly name: string;
  /** Where several of a page have one name. */
  readonly id?: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  /** Of the choice that is none. */
  readonly empty: string;
  readonly choices: readonly Choice[];
  readonly chosen?: string | undefined;
}

/** One of many. */
export function SelectField(props: SelectFieldProps) {
  const { translator, name, id = name, label, hint, problem, empty, choices, chosen = '' } = props;
  const failed = problem !== undefined;
  const described = [hint && `${id}-hint`, problem && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class={`govuk-form-group${failed ? ' govuk-form-group--error' : ''}`}>
      <label class="govuk-label" for={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <div id={`${id}-hint`} class="govuk-hint">
          {hint}
        </div>
      )}
      {problem === undefined ? null : (
        <p id={`${id}-error`} class="govuk-error-message">
          <span class="govuk-visually-hidden">{translator.t('problem.prefix')} </span>
          {problem}
        </p>
      )}
      <select
        class={`govuk-input sen-select${failed ? ' govuk-input--error' : ''}`}
        id={id}
        name={name}
        {...(described === '' ? {} : { 'aria-describedby': described })}
        {...(failed ? { 'aria-invalid': 'true' } : {})}
      >
        <option value="" selected={chosen === ''}>
          {empty}
        </option>
        {choices.map(({ value, label: text }) => (
          <option key={value} value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
