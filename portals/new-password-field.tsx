import { LEAST_PASSWORD_CHARACTERS, type PasswordProblem } from '../accounts/password-policy.ts';
import { PasswordField } from '../web/components/password-field.tsx';
import type { Translator } from '../web/i18n/translator.ts';

interface NewPasswordFieldProps {
  readonly translator: Translator;
  readonly problem: string | undefined;
  /** Said after the hint. */
  readonly also?: string;
}

/** Field `password`, wherever a new one is chosen; its page has the script `password-reveal`. */
export function NewPasswordField({ translator, problem, also }: NewPasswordFieldProps) {
  const { t } = translator;
  const hint = t('password.hint', { least: LEAST_PASSWORD_CHARACTERS });
  return (
    <PasswordField
      translator={translator}
      problem={problem}
      fresh={{ label: t('password.new'), hint: also === undefined ? hint : `${hint} ${also}` }}
    />
  );
}

export function passwordProblemText({ t }: Translator, problem: PasswordProblem | 'busy'): string {
  switch (problem) {
    case 'too_short':
      return t('password.too-short', { least: LEAST_PASSWORD_CHARACTERS });
    case 'too_long':
      return t('password.too-long');
    case 'missing':
    case 'common':
    case 'personal':
    case 'busy':
      return t(`password.${problem}`);
    default:
      return problem satisfies never;
  }
}
