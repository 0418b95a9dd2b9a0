import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { TextField } from '../../../web/components/text-field.tsx';
import { translator } from '../../../web/i18n/translator.ts';
import { QuestionFrame, type QuestionProps } from './question-frame.tsx';

export interface NumberPageProps extends QuestionProps {
  readonly who: 'citizen' | 'foreigner';
  readonly typed: string;
  readonly malformed?: boolean;
}

/** Field: `identifier`. */
export function NumberPage(props: NumberPageProps) {
  const { ctx, target, who, typed, malformed = false } = props;
  const words = translator(ctx.locale);
  const { t } = words;
  const problem = malformed ? t(`enrol.number.malformed-${who}`) : undefined;
  const problems = problem === undefined ? [] : [{ text: problem, field: 'identifier' }];
  const title = t(`enrol.number.title-${who}`);
  return (
    <QuestionFrame {...props} step={2} title={title} problems={problems}>
      <Form target={target}>
        <TextField
          translator={words}
          name="identifier"
          label={t(`enrol.number.${who}`)}
          hint={t(`enrol.number.${who}-hint`)}
          problem={problem}
          input={{
            type: 'text',
            value: typed,
            autocomplete: 'off',
            autocapitalize: 'characters',
            spellcheck: false,
            maxLength: 32,
            ...(who === 'citizen' ? { inputmode: 'numeric' as const } : {}),
          }}
        />
        <Button name="continue">{t('button.continue')}</Button>
      </Form>
    </QuestionFrame>
  );
}
