import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { TextField } from '../../../web/components/text-field.tsx';
import { translator } from '../../../web/i18n/translator.ts';
import { waitText } from '../../../web/wait-text.ts';
import type { ContactProblem } from './phone-page.tsx';
import { QuestionFrame, type QuestionProps } from './question-frame.tsx';

export interface EmailPageProps extends QuestionProps {
  readonly typed: string;
  /** There is no phone: without mail nobody could be told the result. */
  readonly needed: boolean;
  readonly problem?: ContactProblem | undefined;
}

/** Field: `email`. Buttons: `continue`, `skip`. */
export function EmailPage(props: EmailPageProps) {
  const { ctx, target, typed, needed, problem } = props;
  const words = translator(ctx.locale);
  const { t } = words;
  const text =
    problem === undefined
      ? undefined
      : problem.kind === 'malformed'
        ? t('enrol.email.malformed')
        : t('enrol.too-soon', { wait: waitText(words, problem.waitSeconds) });
  const problems = text === undefined ? [] : [{ text, field: 'email' }];
  return (
    <QuestionFrame {...props} step={4} title={t('enrol.email.title')} problems={problems}>
      <Form target={target}>
        <TextField
          translator={words}
          name="email"
          label={t(needed ? 'enrol.email.label' : 'enrol.email.label-optional')}
          hint={t('enrol.email.hint')}
          problem={text}
          input={{
            type: 'email',
            value: typed,
            autocomplete: 'email',
            autocapitalize: 'none',
            spellcheck: false,
            maxLength: 254,
          }}
        />
        <Button name="continue">{t('enrol.phone.send')}</Button>
      </Form>
      {needed ? null : (
        <Form target={target}>
          <Button name="skip" kind="secondary">
            {t('enrol.email.skip')}
          </Button>
        </Form>
      )}
    </QuestionFrame>
  );
}
