import { Button } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { problemOf } from '../components/problem.ts';
import { TextField } from '../components/text-field.tsx';
import { translator } from '../i18n/translator.ts';
import { Layout } from '../layout.tsx';
import type { PageContext } from '../page-context.ts';

export type DeviceCodeProblem =
  | 'missing'
  | 'not-found'
  | 'expired'
  | 'used'
  | 'too-many'
  | 'try-again';

export interface DeviceCodePageProps {
  readonly ctx: PageContext;
  readonly action: string;
  /** The library's own token for this form. */
  readonly xsrf: string;
  /** From the address (`verification_uri_complete`), or typed before. */
  readonly userCode?: string | undefined;
  readonly problem?: DeviceCodeProblem | undefined;
}

/** Field: `user_code`. Button: `continue`. */
export function DeviceCodePage({ ctx, action, xsrf, userCode, problem }: DeviceCodePageProps) {
  const words = translator(ctx.locale);
  const { t } = words;
  const problems =
    problem === undefined ? [] : [{ text: t(`device.${problem}`), field: 'user_code' }];
  const prefilled = userCode !== undefined && problem === undefined;
  return (
    <Layout
      ctx={ctx}
      title={t('device.title')}
      lead={t(prefilled ? 'device.prefilled' : 'device.lead')}
      problems={problems}
    >
      <form method="post" action={action} noValidate>
        <input type="hidden" name="xsrf" value={xsrf} />
        <TextField
          translator={words}
          name="user_code"
          label={t('device.code')}
          hint={t('device.code-hint')}
          problem={problemOf(problems, 'user_code')}
          input={{
            type: 'text',
            class: `govuk-input sen-code${problem === undefined ? '' : ' govuk-input--error'}`,
            value: userCode ?? '',
            autocomplete: 'off',
            autocapitalize: 'characters',
            autocorrect: 'off',
            spellcheck: false,
            maxLength: 24,
            required: true,
          }}
        />
        <Button name="continue">{t('button.continue')}</Button>
      </form>
      <Notice kind="warning" icon="alert">
        {t('device.warning')}
      </Notice>
    </Layout>
  );
}
