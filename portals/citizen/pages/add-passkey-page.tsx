import { Notice } from '../../../web/components/notice.tsx';
import { PasskeyForm } from '../../../web/components/passkey-form.tsx';
import { TextField } from '../../../web/components/text-field.tsx';
import { translator } from '../../../web/i18n/translator.ts';
import type { FormTarget, PageContext } from '../../../web/page-context.ts';
import { AccountFrame } from './account-frame.tsx';
import { PASSKEY_NAME_LIMIT } from './passkeys-page.tsx';

interface AddPasskeyPageProps {
  readonly ctx: PageContext;
  readonly target: FormTarget;
  readonly options: unknown;
  readonly problem?: string | undefined;
}

/** Fields `passkey_name`, `passkey_response`; button `use-passkey`. */
export function AddPasskeyPage({ ctx, target, options, problem }: AddPasskeyPageProps) {
  const words = translator(ctx.locale);
  const { t } = words;
  return (
    <AccountFrame
      ctx={ctx}
      title={t('add-passkey.title')}
      lead={t('add-passkey.what')}
      scripts={['passkey']}
      problems={problem === undefined ? [] : [{ text: problem }]}
      back={{ href: '/account/passkeys', text: t('keys.title') }}
    >
      <p>{t('add-passkey.private')}</p>
      <Notice kind="warning" icon="phone">
        {t('add-passkey.own-device')}
      </Notice>
      <PasskeyForm
        translator={words}
        target={target}
        ceremony="registration"
        options={options}
        label={t('add-passkey.create')}
      >
        <TextField
          translator={words}
          name="passkey_name"
          label={t('add-passkey.name')}
          hint={t('add-passkey.name-hint')}
          input={{ type: 'text', autocomplete: 'off', maxLength: PASSKEY_NAME_LIMIT }}
        />
      </PasskeyForm>
    </AccountFrame>
  );
}
