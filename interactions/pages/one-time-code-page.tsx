import type { AssuranceAsk } from '../../web/assurance-ask.ts';
import { BackToService } from '../../web/components/back-to-service.tsx';
import { Button } from '../../web/components/button.tsx';
import { Form } from '../../web/components/form.tsx';
import { Notice } from '../../web/components/notice.tsx';
import { problemOf, type Problem } from '../../web/components/problem.ts';
import { TextField } from '../../web/components/text-field.tsx';
import { translator, type Translator } from '../../web/i18n/translator.ts';
import { Layout } from '../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../web/page-context.ts';
import { waitText } from '../../web/wait-text.ts';

export type OneTimeCodeProblem =
  | { readonly kind: 'missing' }
  | { readonly kind: 'wrong'; readonly attemptsLeft: number }
  | { readonly kind: 'expired' }
  | { readonly kind: 'too-many' }
  | { readonly kind: 'resend-too-soon'; readonly waitSeconds: number }
  /** Neither phone nor mail address is on record. */
  | { readonly kind: 'no-destination' };

export interface OneTimeCodePageProps {
  readonly ctx: PageContext;
  readonly target: FormTarget;
  readonly ask: AssuranceAsk;
  readonly channel: 'sms' | 'email';
  /** Masked by the caller, e.g. `••• ••• 321` or `a•••@vidu.vn`. */
  readonly maskedDestination: string;
  /** How many digits the code has. */
  readonly digits: number;
  /** A new code was sent just now. */
  readonly resent?: boolean | undefined;
  readonly problem?: OneTimeCodeProblem | undefined;
  /** Sandbox: where the code can be read. */
  readonly outboxHref?: string | undefined;
}

/** Buttons: `continue`, `resend`, `cancel`. Field: `otp`. */
export function OneTimeCodePage(props: OneTimeCodePageProps) {
  const { ctx, target, ask, channel, problem } = props;
  const words = translator(ctx.locale);
  const { t } = words;
  const problems = problem === undefined ? [] : [problemText(words, problem)];
  if (problem?.kind === 'no-destination') return <NoDestinationPage {...props} />;
  const destination = <strong class="sen-nowrap">{props.maskedDestination}</strong>;
  return (
    <Layout
      ctx={ctx}
      title={t('otp.title')}
      lead={words.rich(`otp.sent-${channel}`, { destination })}
      ask={ask}
      problems={problems}
      target={target}
    >
      {props.resent === true && problem === undefined ? (
        <Notice kind="success" icon="check" role="status">
          {t('otp.resent')}
        </Notice>
      ) : null}
      <CodeForm {...props} translator={words} problems={problems} />
      <Form target={target} class="sen-resend">
        <p>{t('otp.resend-prompt')}</p>
        <Button name="resend" kind="secondary">
          {t('otp.resend')}
        </Button>
      </Form>
      {props.outboxHref === undefined ? null : (
        <p class="sen-sandbox-hint">
          {t('otp.sandbox')} <a href={props.outboxHref}>{t('otp.sandbox-link')}</a>
        </p>
      )}
      <BackToService translator={words} target={target} service={ctx.service} />
    </Layout>
  );
}

/** Nothing was sent, and nothing can be: no code is asked for. */
function NoDestinationPage({ ctx, target, ask }: OneTimeCodePageProps) {
  const words = translator(ctx.locale);
  const problems = [{ text: words.t('otp.no-destination') }];
  return (
    <Layout
      ctx={ctx}
      title={words.t('otp.none-title')}
      ask={ask}
      problems={problems}
      target={target}
    >
      <BackToService translator={words} target={target} service={ctx.service} />
    </Layout>
  );
}

interface CodeFormProps {
  readonly translator: Translator;
  readonly target: FormTarget;
  readonly digits: number;
  readonly problems: readonly Problem[];
}

function CodeForm({ translator: words, target, digits, problems }: CodeFormProps) {
  const { t } = words;
  return (
    <Form target={target}>
      <TextField
        translator={words}
        name="otp"
        label={t('otp.label')}
        hint={t('otp.hint', { digits })}
        problem={problemOf(problems, 'otp')}
        input={{
          type: 'text',
          autocomplete: 'one-time-code',
          inputmode: 'numeric',
          spellcheck: false,
          maxLength: digits + 4,
          required: true,
        }}
      />
      <Notice icon="shield">{t('otp.never-tell')}</Notice>
      <Button name="continue">{t('button.continue')}</Button>
    </Form>
  );
}

function problemText(words: Translator, problem: OneTimeCodeProblem): Problem {
  const { t } = words;
  switch (problem.kind) {
    case 'missing':
    case 'expired':
    case 'too-many':
      return { text: t(`otp.${problem.kind}`), field: 'otp' };
    case 'no-destination':
      return { text: t('otp.no-destination') };
    case 'wrong':
      return { text: t('otp.wrong', { left: problem.attemptsLeft }), field: 'otp' };
    case 'resend-too-soon':
      return {
        text: t('otp.resend-too-soon', { wait: waitText(words, problem.waitSeconds) }),
        field: 'resend',
      };
    default:
      return problem satisfies never;
  }
}
