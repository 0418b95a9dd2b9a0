import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { problemOf } from '../../../web/components/problem.ts';
import { translator } from '../../../web/i18n/translator.ts';
import { NewPasswordField } from '../../new-password-field.tsx';
import { AccountFrame } from './account-frame.tsx';
import { CodeField } from './contacts-pages.tsx';
import type { RecoverPageProps } from './recover-pages.tsx';

/** Fields `otp`, `password`; button `continue`. */
export function RecoverPasswordPage({
  ctx,
  target,
  problems = [],
  masked,
}: RecoverPageProps & { readonly masked: string }) {
  const words = translator(ctx.locale);
  const { t } = words;
  return (
    <AccountFrame
      ctx={ctx}
      title={t('recover.password-title')}
      lead={t('contacts.code-lead', { masked })}
      problems={problems}
      back={{ href: '/recover/channel', text: t('contacts.code-again') }}
      scripts={['password-reveal']}
    >
      <Form target={target}>
        <CodeField translator={words} problem={problemOf(problems, 'otp')} />
        <NewPasswordField
          translator={words}
          problem={problemOf(problems, 'password')}
          also={t('recover.password-in-force')}
        />
        <Button name="continue">{t('recover.finish')}</Button>
      </Form>
    </AccountFrame>
  );
}

/** A guardian recovers for a ward: field `password`, button `recover`. */
export function RecoverWardPage({
  ctx,
  target,
  problems = [],
  name,
}: RecoverPageProps & { readonly name: string }) {
  const words = translator(ctx.locale);
  const { t } = words;
  return (
    <AccountFrame
      ctx={ctx}
      title={t('recover.ward-title', { name })}
      lead={t('recover.ward-lead')}
      problems={problems}
      scripts={['password-reveal']}
    >
      <Form target={target}>
        <NewPasswordField translator={words} problem={problemOf(problems, 'password')} />
        <Button name="recover">{t('recover.ward-do')}</Button>
      </Form>
    </AccountFrame>
  );
}
