import type { PasswordProblem } from '../../../accounts/password-policy.ts';
import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { translator } from '../../../web/i18n/translator.ts';
import { Layout } from '../../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../../web/page-context.ts';
import { NewPasswordField, passwordProblemText } from '../../new-password-field.tsx';

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
        <NewPasswordField translator={words} problem={text} />
        <Button name="continue">{t('password.set')}</Button>
      </Form>
    </Layout>
  );
}
