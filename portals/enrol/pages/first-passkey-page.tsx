import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { PasskeyForm } from '../../../web/components/passkey-form.tsx';
import { passkeyProblem, type PasskeyProblem } from '../../../web/components/passkey-problem.ts';
import { translator } from '../../../web/i18n/translator.ts';
import { Layout } from '../../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../../web/page-context.ts';

export interface FirstPasskeyPageProps {
  readonly ctx: PageContext;
  readonly target: FormTarget;
  readonly level: 1 | 2;
  readonly personName: string;
  /** Creation options. */
  readonly passkeyOptions: unknown;
  readonly problem?: PasskeyProblem | undefined;
}

/** Right after activation. Field: `passkey_response`. Buttons: `use-passkey`, `later`. */
export function FirstPasskeyPage(props: FirstPasskeyPageProps) {
  const { ctx, target, level, personName, passkeyOptions, problem } = props;
  const words = translator(ctx.locale);
  const { t } = words;
  const problems = problem === undefined ? [] : [passkeyProblem(words, problem, personName)];
  return (
    <Layout
      ctx={ctx}
      title={t('add-passkey.title')}
      lead={t(level === 2 ? 'activate.passkey-lead' : 'enrol.done.passkey-text')}
      problems={problems}
      scripts={['passkey']}
    >
      <p>{t('add-passkey.what')}</p>
      <p>{t('add-passkey.private')}</p>
      <Notice kind="warning" icon="phone">
        {t('add-passkey.own-device')}
      </Notice>
      <PasskeyForm
        translator={words}
        target={target}
        ceremony="registration"
        options={passkeyOptions}
        label={t('add-passkey.create')}
      />
      <Form target={target}>
        <Button name="later" kind="quiet">
          {t('activate.passkey-later')}
        </Button>
      </Form>
    </Layout>
  );
}
