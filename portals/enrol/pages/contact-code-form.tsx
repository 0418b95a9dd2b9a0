import { CODE_DIGITS } from '../../../accounts/one-time-code-records.ts';
import type { CodeVerdict } from '../../../accounts/one-time-code-records.ts';
import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { problemOf, type Problem } from '../../../web/components/problem.ts';
import { TextField } from '../../../web/components/text-field.tsx';
import type { Translator } from '../../../web/i18n/translator.ts';
import type { FormTarget } from '../../../web/page-context.ts';
import { waitText } from '../../../web/wait-text.ts';

export type CodeProblem =
  | Exclude<CodeVerdict, { kind: 'ok' }>
  | { readonly kind: 'missing' }
  | { readonly kind: 'too-soon'; readonly waitSeconds: number };

interface ContactCodeFormProps {
  readonly translator: Translator;
  readonly target: FormTarget;
  readonly problems: readonly Problem[];
  readonly resent: boolean;
  /** Sandbox: where the code can be read. */
  readonly outboxHref: string | undefined;
}

/** A code that was sent to a phone or mailbox. Field: `otp`. Buttons: `continue`, `resend`. */
export function ContactCodeForm(props: ContactCodeFormProps) {
  const { translator: words, target, problems, resent, outboxHref } = props;
  const { t } = words;
  return (
    <>
      {resent && problems.length === 0 ? (
        <Notice kind="success" icon="check" role="status">
          {t('otp.resent')}
        </Notice>
      ) : null}
      <Form target={target}>
        <TextField
          translator={words}
          name="otp"
          label={t('otp.label')}
          hint={t('otp.hint', { digits: CODE_DIGITS })}
          problem={problemOf(problems, 'otp')}
          input={{
            type: 'text',
            autocomplete: 'one-time-code',
            inputmode: 'numeric',
            spellcheck: false,
            maxLength: CODE_DIGITS + 4,
          }}
        />
        <Notice icon="shield">{t('otp.never-tell')}</Notice>
        <Button name="continue">{t('button.continue')}</Button>
      </Form>
      <Form target={target} class="sen-resend">
        <p>{t('otp.resend-prompt')}</p>
        <Button name="resend" kind="secondary">
          {t('otp.resend')}
        </Button>
      </Form>
      {outboxHref === undefined ? null : (
        <p class="sen-sandbox-hint">
          {t('otp.sandbox')} <a href={outboxHref}>{t('otp.sandbox-link')}</a>
        </p>
      )}
    </>
  );
}

export function codeProblems(words: Translator, problem: CodeProblem | undefined): Problem[] {
  const { t } = words;
  switch (problem?.kind) {
    case undefined:
      return [];
    case 'missing':
    case 'expired':
      return [{ text: t(`otp.${problem.kind}`), field: 'otp' }];
    case 'exhausted':
      return [{ text: t('otp.too-many'), field: 'otp' }];
    case 'wrong':
      return [{ text: t('otp.wrong', { left: problem.attemptsLeft }), field: 'otp' }];
    case 'too-soon': {
      const wait = waitText(words, problem.waitSeconds);
      return [{ text: t('otp.resend-too-soon', { wait }), field: 'resend' }];
    }
    default:
      return problem satisfies never;
  }
}
