import {
  LEAST_PASSWORD_CHARACTERS,
  type PasswordProblem,
} from '../../../accounts/password-policy.ts';
import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { PasswordField } from '../../../web/components/password-field.tsx';
import { translator, type Translator } from '../../../web/i18n/translator.ts';
import { Layout } from '../../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../../web/page-context.ts';

export interface NewPasswordPageProps {
  readonly ctx: PageContext;
  readonly target: FormTarget;
  readonly problem?: PasswordProblem | 'busy' | undefined;
}

/** Field: `password`. */
export function NewPasswordPage({ ctx, target, problem }: NewPasswordPageProps) {
  const words = translator(ctx.locale);
  const { t } = words;
  const text = problem === undefined ? undefined : passwordProblemText(words, problem);
  const problems = text === undefined ? [] : [{ text, field: 'password' }];
  return (
    <Layout
      ctx={ctx}
      title={t('password.title')}
      lead={t('password.lead')}
      problems={problems}
      scripts={['password-reveal']}
    >
      <Form target={target}>
        <PasswordField
          translator={words}
          problem={text}
          fresh={{
            label: t('password.new'),
            hint: t('password.hint', { least: LEAST_PASSWORD_CHARACTERS }),
          }}
        />
        <Button name="continue">{t('password.set')}</Button>
      </Form>
    </Layout>
  );
}

function passwordProblemText({ t }: Translator, problem: PasswordProblem | 'busy'): string {
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
