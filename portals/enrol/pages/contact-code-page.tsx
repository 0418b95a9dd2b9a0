import { translator } from '../../../web/i18n/translator.ts';
import { codeProblems, ContactCodeForm, type CodeProblem } from './contact-code-form.tsx';
import { QuestionFrame, type QuestionProps } from './question-frame.tsx';

export interface ContactCodePageProps extends QuestionProps {
  readonly channel: 'sms' | 'email';
  readonly maskedDestination: string;
  /** Where another phone or address is entered. */
  readonly changeHref: string;
  readonly resent?: boolean | undefined;
  readonly problem?: CodeProblem | undefined;
  readonly outboxHref: string | undefined;
}

/** Field: `otp`. Buttons: `continue`, `resend`. */
export function ContactCodePage(props: ContactCodePageProps) {
  const { ctx, target, channel, maskedDestination, changeHref, problem } = props;
  const words = translator(ctx.locale);
  const { t } = words;
  const problems = codeProblems(words, problem);
  const destination = <strong class="sen-nowrap">{maskedDestination}</strong>;
  return (
    <QuestionFrame
      ctx={ctx}
      target={target}
      step={channel === 'sms' ? 3 : 4}
      title={t(`enrol.code.title-${channel}`)}
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
      <p class="sen-section">
        <a id="change" href={changeHref}>
          {t(`enrol.code.change-${channel}`)}
        </a>
      </p>
    </QuestionFrame>
  );
}
