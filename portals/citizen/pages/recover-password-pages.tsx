import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { problemOf, type Problem } from '../../../web/components/problem.ts';
import { TextField } from '../../../web/components/text-field.tsx';
import { translator } from '../../../web/i18n/translator.ts';
import type { PageContext } from '../../../web/page-context.ts';
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
    >
      <Form target={target}>
        <CodeField translator={words} problem={problemOf(problems, 'otp')} />
        <NewPasswordField {...{ ctx, problems }} />
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
  const { t } = translator(ctx.locale);
  return (
    <AccountFrame
      ctx={ctx}
      title={t('recover.ward-title', { name })}
      lead={t('recover.ward-lead')}
      problems={problems}
    >
      <Form target={target}>
        <NewPasswordField {...{ ctx, problems }} />
        <Button name="recover">{t('recover.ward-do')}</Button>
      </Form>
    </AccountFrame>
  );
}

function NewPasswordField({
  ctx,
  problems,
}: {
  readonly ctx: PageContext;
  readonly problems: readonly Problem[];
}) {
  const words = translator(ctx.locale);
  return (
    <TextField
      translator={words}
      name="password"
      label={words.t('recover.password')}
      hint={words.t('recover.password-hint')}
      problem={problemOf(problems, 'password')}
      input={{ type: 'password', autocomplete: 'new-password', maxLength: 256 }}
    />
  );
}
