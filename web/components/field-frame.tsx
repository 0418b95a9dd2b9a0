import type { ComponentChildren } from 'preact';

import type { Translator } from '../i18n/translator.ts';

interface FieldFrameProps {
  readonly translator: Translator;
  /** Also the id of the group: where the summary of problems leads. */
  readonly name: string;
  readonly legend: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly children: ComponentChildren;
}

/** Several inputs that are one question: its words, its hint and what is wrong with the answer. */
export function FieldFrame({ translator, name, legend, hint, problem, children }: FieldFrameProps) {
  const failed = problem !== undefined;
  const described = [hint && `${name}-hint`, problem && `${name}-error`].filter(Boolean).join(' ');
  return (
    <div class={`govuk-form-group${failed ? ' govuk-form-group--error' : ''}`}>
      <fieldset
        class="govuk-fieldset"
        {...(described === '' ? {} : { 'aria-describedby': described })}
      >
        <legend class="govuk-label sen-legend">{legend}</legend>
        {hint === undefined ? null : (
          <div id={`${name}-hint`} class="govuk-hint">
            {hint}
          </div>
        )}
        {problem === undefined ? null : (
          <p id={`${name}-error`} class="govuk-error-message">
            <span class="govuk-visually-hidden">{translator.t('problem.prefix')} </span>
            {problem}
          </p>
        )}
        {children}
      </fieldset>
    </div>
  );
}
