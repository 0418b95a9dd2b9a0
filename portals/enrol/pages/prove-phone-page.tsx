import { translator } from '../../../web/i18n/translator.ts';
import { Layout } from '../../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../../web/page-context.ts';
import { codeProblems, ContactCodeForm, type CodeProblem } from './contact-code-form.tsx';

export interface ProvePhonePageProps {
  readonly ctx: PageContext;
  readonly target: FormTarget;
  readonly channel: 'sms' | 'email';
  readonly maskedDestination: string;
  readonly resent?: boolean | undefined;
  readonly problem?: CodeProblem | undefined;
  readonly outboxHref: string | undefined;
  /** Where it began. */
  readonly backHref: string;
}

/** A code to the phone or mailbox on record: of the account, or of the application. Field: `otp`. */
export function ProvePhonePage(props: ProvePhonePageProps) {
  const { ctx, target, channel, maskedDestination, problem } = props;
  const words = translator(ctx.locale);
  const { t } = words;
  const problems = codeProblems(words, problem);
  const destination = <strong class="sen-nowrap">{maskedDestination}</strong>;
  return (
    <Layout
      ctx={ctx}
      title={t('activate.otp-title')}
      lead={words.rich(`otp.sent-${channel}`, { destination })}
      problems={problems}
    >
      <ContactCodeForm
        translator={words}
        target={target}
        problems={problems}
        resent={props.resent === true}
        outboxHref={props.outboxHref}
      />
      <ul class="sen-links">
        <li>
          <a id="back" href={props.backHref}>
            {t('enrol.back')}
          </a>
        </li>
      </ul>
    </Layout>
  );
}
