import type { AssuranceAsk } from '../../web/assurance-ask.ts';
import { BackToService } from '../../web/components/back-to-service.tsx';
import { Button } from '../../web/components/button.tsx';
import { Form } from '../../web/components/form.tsx';
import { PasskeyForm } from '../../web/components/passkey-form.tsx';
import { PasswordField } from '../../web/components/password-field.tsx';
import { passkeyProblem, type PasskeyProblem } from '../../web/components/passkey-problem.ts';
import { problemOf, type Problem } from '../../web/components/problem.ts';
import { TextField } from '../../web/components/text-field.tsx';
import { translator, type Translator } from '../../web/i18n/translator.ts';
import { Layout } from '../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../web/page-context.ts';
import { waitText } from '../../web/wait-text.ts';
import { AskNote } from './ask-note.tsx';

export type SignInProblem =
  | { readonly kind: 'missing'; readonly fields: readonly ('identifier' | 'password')[] }
  /** Unknown number and wrong password alike: one text, so that nobody learns which numbers exist. */
  | { readonly kind: 'wrong-credentials' }
  | { readonly kind: 'throttled'; readonly waitSeconds: number }
  | { readonly kind: 'passkey'; readonly problem: PasskeyProblem };

export interface SignInPageProps {
  readonly ctx: PageContext;
  readonly target: FormTarget;
  readonly ask: AssuranceAsk;
  /** What was typed before; never the password. */
  readonly identifier?: string | undefined;
  /** Request options without `allowCredentials`; absent: no passkey on this page. */
  readonly passkeyOptions?: unknown;
  readonly problem?: SignInProblem | undefined;
  /** Sandbox: where the sample people are listed. */
  readonly personasHref?: string | undefined;
}

/** Buttons: `continue`, `use-passkey`, `cancel`. Fields: `identifier`, `password`, `passkey_response`. */
export function SignInPage(props: SignInPageProps) {
  const { ctx, target, ask, passkeyOptions, problem } = props;
  const words = translator(ctx.locale);
  const problems = problem === undefined ? [] : problemsOf(words, problem);
  return (
    <Layout
      ctx={ctx}
      title={words.t('sign-in.title')}
      ask={ask}
      problems={problems}
      target={target}
      scripts={['password-reveal', ...(passkeyOptions === undefined ? [] : ['passkey' as const])]}
    >
      <CredentialsForm {...props} translator={words} problems={problems} />
      {passkeyOptions === undefined ? null : (
        <>
          <p class="sen-or">{words.t('sign-in.or')}</p>
          <PasskeyForm
            translator={words}
            target={target}
            ceremony="authentication"
            options={passkeyOptions}
            autofill
            label={words.t('button.passkey')}
            kind="secondary"
          />
          <p class="sen-fine">{words.t('sign-in.passkey-hint')}</p>
        </>
      )}
      <AskNote translator={words} ask={ask} />
      <p>
        {words.t('sign-in.no-account')}{' '}
        <a id="no-account" href="/enrol">
          {words.t('sign-in.no-account-link')}
        </a>
      </p>
      <PersonasHint translator={words} href={props.personasHref} />
      <BackToService translator={words} target={target} service={ctx.service} />
    </Layout>
  );
}

interface CredentialsFormProps {
  readonly translator: Translator;
  readonly target: FormTarget;
  readonly identifier?: string | undefined;
  readonly problems: readonly Problem[];
}

function CredentialsForm({
  translator: words,
  target,
  identifier,
  problems,
}: CredentialsFormProps) {
  return (
    <Form target={target}>
      <TextField
        translator={words}
        name="identifier"
        label={words.t('sign-in.identifier')}
        hint={words.t('sign-in.identifier-hint')}
        problem={problemOf(problems, 'identifier')}
        input={{
          type: 'text',
          value: identifier ?? '',
          autocomplete: 'username webauthn',
          autocapitalize: 'characters',
          spellcheck: false,
          maxLength: 32,
          required: true,
        }}
      />
      <PasswordField translator={words} problem={problemOf(problems, 'password')} />
      <Button name="continue">{words.t('sign-in.continue')}</Button>
    </Form>
  );
}

function problemsOf(words: Translator, problem: SignInProblem): readonly Problem[] {
  const { t } = words;
  switch (problem.kind) {
    case 'missing':
      return problem.fields.map((field) => ({ text: t(`sign-in.missing-${field}`), field }));
    case 'wrong-credentials':
      return [{ text: t('sign-in.wrong'), field: 'identifier' }];
    case 'throttled':
      return [
        { text: t('sign-in.throttled', { wait: waitText(words, problem.waitSeconds) }) },
        { text: t('sign-in.throttled-passkey'), field: 'use-passkey' },
      ];
    case 'passkey':
      return [passkeyProblem(words, problem.problem, '')];
    default:
      return problem satisfies never;
  }
}

function PersonasHint({
  translator: { t },
  href,
}: {
  readonly translator: Translator;
  readonly href: string | undefined;
}) {
  if (href === undefined) return null;
  return (
    <p class="sen-sandbox-hint">
      {t('sign-in.sandbox')} <a href={href}>{t('sign-in.sandbox-link')}</a>
    </p>
  );
}
