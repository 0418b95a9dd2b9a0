import type { AssuranceAsk } from '../../web/assurance-ask.ts';
import { BackToService } from '../../web/components/back-to-service.tsx';
import { Notice } from '../../web/components/notice.tsx';
import { PasskeyForm } from '../../web/components/passkey-form.tsx';
import { passkeyProblem, type PasskeyProblem } from '../../web/components/passkey-problem.ts';
import { problemOf, type Problem } from '../../web/components/problem.ts';
import { TextField } from '../../web/components/text-field.tsx';
import { translator, type Translator } from '../../web/i18n/translator.ts';
import { Layout } from '../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../web/page-context.ts';

/** Longest `passkey_name` that is kept, in characters. */
export const passkeyNameLimit = 60;

export interface AddPasskeyPageProps {
  readonly ctx: PageContext;
  readonly target: FormTarget;
  readonly ask?: AssuranceAsk | undefined;
  readonly personName: string;
  /** Creation options, with the person's keys in `excludeCredentials`. */
  readonly passkeyOptions: unknown;
  /** Only a key that stays on one device will do. */
  readonly deviceBound?: boolean | undefined;
  /** What was typed before. */
  readonly passkeyName?: string | undefined;
  readonly problem?: PasskeyProblem | 'name-too-long' | undefined;
}

/** Buttons: `use-passkey`, `cancel`. Fields: `passkey_name` (optional), `passkey_response`. */
export function AddPasskeyPage(props: AddPasskeyPageProps) {
  const { ctx, target } = props;
  const words = translator(ctx.locale);
  const { t } = words;
  const problems = problemsOf(words, props);
  return (
    <Layout
      ctx={ctx}
      title={t('add-passkey.title')}
      lead={t('add-passkey.what')}
      ask={props.ask}
      problems={problems}
      target={target}
      scripts={['passkey']}
    >
      <p>{t('add-passkey.private')}</p>
      <Notice kind="warning" icon="phone">
        {t('add-passkey.own-device')}{' '}
        {props.deviceBound === true ? t('add-passkey.device-bound') : null}
      </Notice>
      <PasskeyForm
        translator={words}
        target={target}
        ceremony="registration"
        options={props.passkeyOptions}
        label={t('add-passkey.create')}
      >
        <NameField
          translator={words}
          value={props.passkeyName}
          problem={problemOf(problems, 'passkey_name')}
        />
      </PasskeyForm>
      <BackToService translator={words} target={target} service={ctx.service} />
    </Layout>
  );
}

interface NameFieldProps {
  readonly translator: Translator;
  readonly value: string | undefined;
  readonly problem: string | undefined;
}

function NameField({ translator: words, value, problem }: NameFieldProps) {
  return (
    <TextField
      translator={words}
      name="passkey_name"
      label={words.t('add-passkey.name')}
      hint={words.t('add-passkey.name-hint')}
      problem={problem}
      input={{
        type: 'text',
        value: value ?? '',
        autocomplete: 'off',
        maxLength: passkeyNameLimit,
      }}
    />
  );
}

function problemsOf(
  words: Translator,
  { problem, personName }: AddPasskeyPageProps,
): readonly Problem[] {
  if (problem === undefined) return [];
  if (problem === 'name-too-long') {
    const text = words.t('add-passkey.name-problem', { max: passkeyNameLimit });
    return [{ text, field: 'passkey_name' }];
  }
  return [passkeyProblem(words, problem, personName)];
}
