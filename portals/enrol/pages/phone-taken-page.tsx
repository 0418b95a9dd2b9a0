import { Button } from '../../../web/components/button.tsx';
import { ChoiceField } from '../../../web/components/choice-field.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { translator } from '../../../web/i18n/translator.ts';
import { QuestionFrame, type QuestionProps } from './question-frame.tsx';

export interface PhoneTakenPageProps extends QuestionProps {
  /** An officer confirmed it for that account: it stays there until its holder changes to another. */
  readonly inPerson: boolean;
  readonly missing?: boolean;
}

/** Shown only to who has proven the phone. Field: `whose` (`mine`, `not-mine`, `other`). */
export function PhoneTakenPage(props: PhoneTakenPageProps) {
  const { ctx, target, inPerson, missing = false } = props;
  const words = translator(ctx.locale);
  const { t } = words;
  const problem = missing ? t('enrol.taken.missing') : undefined;
  const problems = problem === undefined ? [] : [{ text: problem, field: 'whose' }];
  return (
    <QuestionFrame
      {...props}
      step={3}
      title={t('enrol.taken.title')}
      lead={t('enrol.taken.lead')}
      problems={problems}
    >
      {inPerson ? (
        <Notice kind="warning" icon="shield">
          {t('enrol.taken.counter')}
        </Notice>
      ) : null}
      <Form target={target}>
        <ChoiceField
          translator={words}
          name="whose"
          legend={t('enrol.taken.legend')}
          problem={problem}
          choices={[
            { value: 'mine', label: t('enrol.taken.mine'), hint: t('enrol.taken.mine-hint') },
            ...(inPerson
              ? []
              : [
                  {
                    value: 'not-mine',
                    label: t('enrol.taken.not-mine'),
                    hint: t('enrol.taken.not-mine-hint'),
                  },
                ]),
            { value: 'other', label: t('enrol.taken.other') },
          ]}
        />
        <Button name="continue">{t('button.continue')}</Button>
      </Form>
    </QuestionFrame>
  );
}
