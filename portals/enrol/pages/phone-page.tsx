import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { TextField } from '../../../web/components/text-field.tsx';
import { translator } from '../../../web/i18n/translator.ts';
import { waitText } from '../../../web/wait-text.ts';
import { QuestionFrame, type QuestionProps } from './question-frame.tsx';

export type ContactProblem =
  | { readonly kind: 'malformed' }
  /** Too many codes were sent. */
  | { readonly kind: 'too-soon'; readonly waitSeconds: number };

export interface PhonePageProps extends QuestionProps {
  readonly typed: string;
  /** Foreigners may have none (domain, section 1.5). */
  readonly mayHaveNone: boolean;
  readonly problem?: ContactProblem | undefined;
}

/** Field: `phone`. Buttons: `continue`, and for foreigners `no-phone`. */
export function PhonePage(props: PhonePageProps) {
  const { ctx, target, typed, mayHaveNone, problem } = props;
  const words = translator(ctx.locale);
  const { t } = words;
  const text =
    problem === undefined
      ? undefined
      : problem.kind === 'malformed'
        ? t('enrol.phone.malformed')
        : t('enrol.too-soon', { wait: waitText(words, problem.waitSeconds) });
  const problems = text === undefined ? [] : [{ text, field: 'phone' }];
  return (
    <QuestionFrame {...props} step={3} title={t('enrol.phone.title')} problems={problems}>
      <Form target={target}>
        <TextField
          translator={words}
          name="phone"
          label={t('enrol.phone.label')}
          hint={t('enrol.phone.hint')}
          problem={text}
          input={{
            type: 'tel',
            value: typed,
            autocomplete: 'tel',
            inputmode: 'tel',
            maxLength: 24,
          }}
        />
        <Notice icon="phone">{t('enrol.phone.one-person')}</Notice>
        <Button name="continue">{t('enrol.phone.send')}</Button>
      </Form>
      {mayHaveNone ? (
        <Form target={target}>
          <p>{t('enrol.phone.none-hint')}</p>
          <Button name="no-phone" kind="secondary">
            {t('enrol.phone.none')}
          </Button>
        </Form>
      ) : null}
    </QuestionFrame>
  );
}
