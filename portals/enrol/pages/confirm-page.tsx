import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { PasskeyForm } from '../../../web/components/passkey-form.tsx';
import { passkeyProblem, type PasskeyProblem } from '../../../web/components/passkey-problem.ts';
import { PasswordField } from '../../../web/components/password-field.tsx';
import type { Problem } from '../../../web/components/problem.ts';
import { translator, type Translator } from '../../../web/i18n/translator.ts';
import { Layout } from '../../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../../web/page-context.ts';
import { waitText } from '../../../web/wait-text.ts';

export type ConfirmProblem =
  | { readonly kind: 'password-wrong' | 'busy' | 'guardian-not-usable' }
  | { readonly kind: 'throttled'; readonly waitSeconds: number }
  | { readonly kind: 'passkey'; readonly problem: PasskeyProblem };

export interface ConfirmPageProps {
  readonly ctx: PageContext;
  readonly target: FormTarget;
  /** Whose account it is that the guardian or legal representative uses; undefined: that of whoever confirms. */
  readonly usedFor: 'ward' | 'organisation' | undefined;
  /** Request options for a passkey of whoever confirms; absent: they have none, and the password is asked for. */
  readonly passkeyOptions: unknown;
  readonly problem?: ConfirmProblem | undefined;
}

const TITLES = {
  holder: 'activate.sign-in-title',
  ward: 'activate.guardian-title',
  organisation: 'activate.representative-title',
} as const;

/** Whoever has an account confirms with it. Fields: `password` or `passkey_response`. */
export function ConfirmPage(props: ConfirmPageProps) {
  const { ctx, target, usedFor, passkeyOptions, problem } = props;
  const words = translator(ctx.locale);
  const { t } = words;
  const problems = problem === undefined ? [] : [problemFor(words, problem, usedFor)];
  const withPasskey = passkeyOptions !== undefined;
  const lead =
    usedFor === undefined
      ? t('activate.sign-in-lead')
      : t(withPasskey ? 'activate.guardian-lead' : 'activate.guardian-password');
  return (
    <Layout
      ctx={ctx}
      title={t(TITLES[usedFor ?? 'holder'])}
      lead={lead}
      problems={problems}
      scripts={withPasskey ? ['passkey'] : ['password-reveal']}
    >
      {withPasskey ? (
        <PasskeyForm
          translator={words}
          target={target}
          ceremony="authentication"
          options={passkeyOptions}
          label={t('activate.guardian-use')}
        />
      ) : (
        <Form target={target}>
          <PasswordField translator={words} problem={problems[0]?.text} />
          <Button name="continue">{t('button.continue')}</Button>
        </Form>
      )}
      <p>
        <a href="/activate">{t('enrol.back')}</a>
      </p>
    </Layout>
  );
}

function problemFor(
  words: Translator,
  problem: ConfirmProblem,
  usedFor: ConfirmPageProps['usedFor'],
): Problem {
  switch (problem.kind) {
    case 'passkey':
      return passkeyProblem(words, problem.problem, '');
    case 'throttled':
      return {
        text: words.t('activate.throttled', { wait: waitText(words, problem.waitSeconds) }),
        field: 'password',
      };
    case 'busy':
      return { text: words.t('password.busy'), field: 'password' };
    case 'guardian-not-usable':
      return {
        text: words.t(
          usedFor === 'organisation'
            ? 'activate.representative-not-usable'
            : 'activate.guardian-not-usable',
        ),
      };
    case 'password-wrong':
      return { text: words.t('activate.password-wrong'), field: 'password' };
    default:
      return problem satisfies never;
  }
}
