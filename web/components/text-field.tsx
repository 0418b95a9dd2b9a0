import type { ComponentChildren, InputHTMLAttributes } from 'preact';

import type { Translator } from '../i18n/translator.ts';

export interface TextFieldProps {
  readonly translator: Translator;
  /** Also the id. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly input: InputHTMLAttributes;
  /** Beside the input, inside its frame. */
  readonly children?: ComponentChildren;
}

export function TextField({
  translator,
  name,
  label,
  hint,
  problem,
  input,
  children,
}: TextFieldProps) {
  const described = [hint && `${name}-hint`, problem && `${name}-error`].filter(Boolean).join(' ');
  const failed = problem !== undefined;
  return (
    <div class={`govuk-form-group${failed ? ' govuk-form-group--error' : ''}`}>
      <label class="govuk-label" for={name}>
        {label}
      </label>
      {hint === undefined ? null : (
        <div id={`${name}-hint`} class="govuk-hint">
          {hint}
        </div>
      )}
      <FieldError {...{ translator, name, problem }} />
      <div class="sen-input">
        <input
          class={`govuk-input${failed ? ' govuk-input--error' : ''}`}
          id={name}
          name={name}
          {...(described === '' ? {} : { 'aria-describedby': described })}
          {...(failed ? { 'aria-invalid': 'true' } : {})}
          {...input}
        />
        {children}
      </div>
    </div>
  );
}

function FieldError({
  translator,
  name,
  problem,
}: Pick<TextFieldProps, 'translator' | 'name' | 'problem'>) {
  if (problem === undefined) return null;
  return (
    <p id={`${name}-error`} class="govuk-error-message">
      <span class="govuk-visually-hidden">{translator.t('problem.prefix')} </span>
      {problem}
    </p>
  );
}
