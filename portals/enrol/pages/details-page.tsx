import { Button } from '../../../web/components/button.tsx';
import { ChoiceField } from '../../../web/components/choice-field.tsx';
import { DateField, type TypedDate } from '../../../web/components/date-field.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { problemOf, type Problem } from '../../../web/components/problem.ts';
import { SelectField } from '../../../web/components/select-field.tsx';
import { TextField } from '../../../web/components/text-field.tsx';
import { countries } from '../../../web/i18n/country-name.ts';
import { translator, type Translator } from '../../../web/i18n/translator.ts';
import { ENROL } from '../addresses.ts';
import { QuestionFrame, type QuestionProps } from './question-frame.tsx';

export type DetailsProblem =
  | 'name-missing'
  | 'birthdate-malformed'
  | 'birthdate-future'
  | 'too-young'
  | 'sex-missing'
  | 'nationality-missing';

export interface DetailsPageProps extends QuestionProps {
  readonly who: 'citizen' | 'foreigner';
  readonly typed: {
    readonly name: string;
    readonly birthdate: TypedDate;
    readonly sex: string | undefined;
    readonly nationality: string | undefined;
  };
  readonly faults?: readonly DetailsProblem[];
}

const FIELD_OF: Readonly<Record<DetailsProblem, string>> = {
  'name-missing': 'name',
  'birthdate-malformed': 'birthdate',
  'birthdate-future': 'birthdate',
  'too-young': 'birthdate',
  'sex-missing': 'sex',
  'nationality-missing': 'nationality',
};

/** Fields: `name`, `birthdate_day`, `birthdate_month`, `birthdate_year`, `sex`, for foreigners `nationality`. */
export function DetailsPage(props: DetailsPageProps) {
  const { ctx, target, who, typed, faults = [] } = props;
  const words = translator(ctx.locale);
  const { t } = words;
  const problems = faults.map((fault) => ({
    text: t(`enrol.details.${fault}`),
    field: FIELD_OF[fault],
  }));
  return (
    <QuestionFrame
      {...props}
      step={5}
      title={t('enrol.details.title')}
      lead={t('enrol.details.lead')}
      problems={problems}
    >
      {faults.includes('too-young') ? (
        <Notice icon="people">
          {t('enrol.details.too-young-next')}{' '}
          <a id="ward" href={`${ENROL}/ward`}>
            {t('enrol.ward.title')}
          </a>
        </Notice>
      ) : null}
      <Form target={target}>
        <TextField
          translator={words}
          name="name"
          label={t('enrol.details.name')}
          hint={t(`enrol.details.name-hint-${who}`)}
          problem={problemOf(problems, 'name')}
          input={{ type: 'text', value: typed.name, autocomplete: 'name', maxLength: 120 }}
        />
        <DateField
          translator={words}
          name="birthdate"
          legend={t('enrol.details.birthdate')}
          hint={t(
            who === 'foreigner'
              ? 'enrol.details.birthdate-hint-year'
              : 'enrol.details.birthdate-hint',
          )}
          problem={problemOf(problems, 'birthdate')}
          typed={typed.birthdate}
          birthday
        />
        <Sex translator={words} chosen={typed.sex} problems={problems} />
        {who === 'foreigner' ? (
          <SelectField
            translator={words}
            name="nationality"
            label={t('enrol.details.nationality')}
            problem={problemOf(problems, 'nationality')}
            empty={t('enrol.details.nationality-empty')}
            choices={countries(ctx.locale)
              .filter(({ code }) => code !== 'VNM')
              .map(({ code, name }) => ({ value: code, label: name }))}
            chosen={typed.nationality}
          />
        ) : null}
        <Button name="continue">{t('button.continue')}</Button>
      </Form>
    </QuestionFrame>
  );
}

interface SexProps {
  readonly translator: Translator;
  readonly chosen: string | undefined;
  readonly problems: readonly Problem[];
}

function Sex({ translator: words, chosen, problems }: SexProps) {
  const { t } = words;
  return (
    <ChoiceField
      translator={words}
      name="sex"
      legend={t('enrol.details.sex')}
      problem={problemOf(problems, 'sex')}
      chosen={chosen}
      choices={(['male', 'female'] as const).map((value) => ({
        value,
        label: t(`enrol.details.${value}`),
      }))}
    />
  );
}
