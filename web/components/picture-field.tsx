import type { Translator } from '../i18n/translator.ts';

interface PictureFieldProps {
  readonly translator: Translator;
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly problem?: string | undefined;
  /** Of whoever holds the device, unless they take it of somebody else. */
  readonly of?: 'oneself' | 'somebody-else';
}

/**
 * A picture taken with the device's own camera. `picture-preview.js` shows it before it is sent and makes large ones
 * smaller; without scripts the plain field does all that is needed.
 */
export function PictureField(props: PictureFieldProps) {
  const { translator, name, label, hint, problem, of = 'oneself' } = props;
  const { t } = translator;
  const failed = problem !== undefined;
  return (
    <div class={`govuk-form-group${failed ? ' govuk-form-group--error' : ''}`}>
      <label class="govuk-label" for={name}>
        {label}
      </label>
      <div id={`${name}-hint`} class="govuk-hint">
        {hint}
      </div>
      {problem === undefined ? null : (
        <p id={`${name}-error`} class="govuk-error-message">
          <span class="govuk-visually-hidden">{t('problem.prefix')} </span>
          {problem}
        </p>
      )}
      <input
        class="sen-file"
        type="file"
        id={name}
        name={name}
        accept="image/jpeg,image/png"
        capture={of === 'oneself' ? 'user' : 'environment'}
        data-preview={`${name}-preview`}
        aria-describedby={`${name}-hint${failed ? ` ${name}-error` : ''}`}
        {...(failed ? { 'aria-invalid': 'true' as const } : {})}
      />
      <div id={`${name}-preview`} class="sen-preview" hidden data-alt={t('picture.preview')} />
    </div>
  );
}
