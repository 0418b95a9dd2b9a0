import type { Translator } from '../i18n/translator.ts';
import { TextField } from './text-field.tsx';

interface PasswordFieldProps {
  readonly translator: Translator;
  readonly problem: string | undefined;
  /** Where a new one is chosen. */
  readonly fresh?: { readonly label: string; readonly hint: string };
}

/** With a button to see what one types, which `password-reveal.js` brings to life. */
export function PasswordField({ translator, problem, fresh }: PasswordFieldProps) {
  const { t } = translator;
  return (
    <TextField
      translator={translator}
      name="password"
      label={fresh?.label ?? t('sign-in.password')}
      hint={fresh?.hint}
      problem={problem}
      input={{
        type: 'password',
        autocomplete: fresh === undefined ? 'current-password' : 'new-password',
        autocapitalize: 'none',
        spellcheck: false,
        maxLength: 256,
        required: true,
      }}
    >
      <button
        type="button"
        id="password-reveal"
        class="sen-reveal"
        aria-controls="password"
        hidden
        data-show={t('sign-in.show-password')}
        data-hide={t('sign-in.hide-password')}
        data-shown={t('sign-in.password-shown')}
        data-hidden={t('sign-in.password-hidden')}
      >
        {t('sign-in.show-password')}
      </button>
      <span id="password-reveal-status" class="govuk-visually-hidden" role="status" />
    </TextField>
  );
}
