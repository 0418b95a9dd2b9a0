import type { ContactKind } from '../../../enrolment/keeping/contact-change.ts';
import { Button } from '../../../web/components/button.tsx';
import { ChoiceField } from '../../../web/components/choice-field.tsx';
import { ClaimList } from '../../../web/components/claim-list.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { TextField } from '../../../web/components/text-field.tsx';
import type { Locale } from '../../../web/i18n/locale.ts';
import { translator } from '../../../web/i18n/translator.ts';
import type { FormTarget, PageContext } from '../../../web/page-context.ts';
import { AccountFrame } from './account-frame.tsx';

interface ContactsPageProps {
  readonly ctx: PageContext;
  readonly phone: string | undefined;
  readonly email: string | undefined;
  /** Of the form that chooses it, and what is chosen now. */
  readonly language: { readonly target: FormTarget; readonly chosen: Locale };
  readonly done?: string | undefined;
}

/** Field: `language`. Button: `choose`. */
export function ContactsPage({ ctx, phone, email, language, done }: ContactsPageProps) {
  const words = translator(ctx.locale);
  const { t } = words;
  const lines = [
    { label: t('contacts.phone'), value: phone ?? t('account.none') },
    { label: t('contacts.email'), value: email ?? t('account.none') },
  ];
  return (
    <AccountFrame ctx={ctx} title={t('contacts.title')} lead={t('contacts.lead')} done={done}>
      <ClaimList lines={lines} />
      <ul class="govuk-list">
        <li>
          <a id="change-phone" href="/account/contacts/phone">
            {t('contacts.change-phone')}
          </a>
        </li>
        <li>
          <a id="change-email" href="/account/contacts/email">
            {t('contacts.change-email')}
          </a>
        </li>
      </ul>
      <Form target={language.target}>
        <ChoiceField
          translator={words}
          name="language"
          legend={t('contacts.language')}
          hint={t('contacts.language-hint')}
          choices={[
            { value: 'vi', label: 'Tiếng Việt' },
            { value: 'en', label: 'English' },
          ]}
          chosen={language.chosen}
        />
        <Button name="choose">{t('contacts.language-choose')}</Button>
      </Form>
    </AccountFrame>
  );
}

interface ContactFormProps {
  readonly ctx: PageContext;
  readonly target: FormTarget;
  readonly kind: ContactKind;
  readonly problem?: string | undefined;
}

/** Field: `contact`. Button: `continue`. */
export function NewContactPage({
  ctx,
  target,
  kind,
  value = '',
  problem,
  restored = false,
}: ContactFormProps & { readonly value?: string | undefined; readonly restored?: boolean }) {
  const words = translator(ctx.locale);
  const { t } = words;
  const autocomplete = kind === 'phone' ? 'tel' : 'email';
  return (
    <AccountFrame
      ctx={ctx}
      title={t(`contacts.change-${kind}`)}
      problems={problem === undefined ? [] : [{ text: problem, field: 'contact' }]}
      done={restored ? t('account.restored') : undefined}
      back={{ href: '/account/contacts', text: t('contacts.title') }}
    >
      <Form target={target}>
        <TextField
          translator={words}
          name="contact"
          label={t(`contacts.new-${kind}`)}
          hint={t(`contacts.new-${kind}-hint`)}
          problem={problem}
          input={{
            type: 'text',
            inputmode: autocomplete,
            autocomplete,
            value,
            maxLength: 254,
            spellcheck: false,
          }}
        />
        <Notice icon="shield">{t('contacts.what-next')}</Notice>
        <Button name="continue">{t('contacts.send')}</Button>
      </Form>
    </AccountFrame>
  );
}

/** Field: `otp`. Button: `continue`. */
export function ContactCodePage({
  ctx,
  target,
  kind,
  masked,
  problem,
}: ContactFormProps & { readonly masked: string }) {
  const words = translator(ctx.locale);
  const { t } = words;
  return (
    <AccountFrame
      ctx={ctx}
      title={t('contacts.code-title')}
      lead={t('contacts.code-lead', { masked })}
      problems={problem === undefined ? [] : [{ text: problem, field: 'otp' }]}
      back={{ href: `/account/contacts/${kind}`, text: t('contacts.code-again') }}
    >
      <Form target={target}>
        <CodeField translator={words} problem={problem} />
        <Button name="continue">{t('contacts.code-confirm')}</Button>
      </Form>
    </AccountFrame>
  );
}

export function CodeField({
  translator: words,
  problem,
}: {
  readonly translator: ReturnType<typeof translator>;
  readonly problem: string | undefined;
}) {
  return (
    <TextField
      translator={words}
      name="otp"
      label={words.t('contacts.code')}
      problem={problem}
      input={{
        type: 'text',
        inputmode: 'numeric',
        autocomplete: 'one-time-code',
        maxLength: 10,
        spellcheck: false,
      }}
    />
  );
}
