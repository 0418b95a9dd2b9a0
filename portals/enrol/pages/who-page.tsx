import { Button } from '../../../web/components/button.tsx';
import { ChoiceField } from '../../../web/components/choice-field.tsx';
import { Form } from '../../../web/components/form.tsx';
import { translator } from '../../../web/i18n/translator.ts';
import { QuestionFrame, type QuestionProps } from './question-frame.tsx';

export interface WhoPageProps extends QuestionProps {
  readonly chosen?: string | undefined;
  readonly missing?: boolean;
}

/** Field: `who` (`citizen`, `foreigner`, `ward`). */
export function WhoPage(props: WhoPageProps) {
  const { ctx, target, chosen, missing = false } = props;
  const words = translator(ctx.locale);
  const { t } = words;
  const problem = missing ? t('enrol.who.missing') : undefined;
  const problems = problem === undefined ? [] : [{ text: problem, field: 'who' }];
  return (
    <QuestionFrame {...props} step={1} title={t('enrol.who.title')} problems={problems}>
      <Form target={target}>
        <ChoiceField
          translator={words}
          name="who"
          legend={t('enrol.check.who')}
          problem={problem}
          chosen={chosen}
          choices={(['citizen', 'foreigner', 'ward'] as const).map((value) => ({
            value,
            label: t(`enrol.who.${value}`),
          }))}
        />
        <Button name="continue">{t('button.continue')}</Button>
      </Form>
    </QuestionFrame>
  );
}
