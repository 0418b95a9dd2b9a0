import type { CaseField, FieldFaults } from '../../../enrolment/cases/vocabulary.ts';
import { ChoiceField } from '../../../web/components/choice-field.tsx';
import { DateField } from '../../../web/components/date-field.tsx';
import { PictureField } from '../../../web/components/picture-field.tsx';
import type { Problem } from '../../../web/components/problem.ts';
import { SelectField } from '../../../web/components/select-field.tsx';
import { TextField } from '../../../web/components/text-field.tsx';
import type { Translator } from '../../../web/i18n/translator.ts';
import type { OptionNames } from '../lock-words.ts';
import { optionText } from './option-text.ts';

interface CaseFieldsProps {
  readonly translator: Translator;
  readonly fields: readonly CaseField[];
  readonly typed: Readonly<Record<string, string>>;
  readonly faults: FieldFaults;
  readonly needsReason: boolean;
  readonly names: OptionNames;
}

/** The fields of a step or an opening, whatever they are. */
export function CaseFields(props: CaseFieldsProps) {
  const { translator, fields, typed, faults, needsReason, names } = props;
  const { t } = translator;
  // The reason has a field of its own there.
  const explains = fields.some(({ name }) => name === 'refusal_reason');
  return (
    <>
      {fields.map((field) => (
        <OneField
          key={field.name}
          translator={translator}
          field={field}
          names={names}
          typed={typed[field.name] ?? ''}
          problem={problemText(translator, faults, field.name)}
        />
      ))}
      {needsReason ? (
        <TextField
          translator={translator}
          name="reason"
          label={t(explains ? 'officer.explanation' : 'case-field.reason')}
          hint={t('officer.reason-hint')}
          problem={problemText(translator, faults, 'reason')}
          input={{
            type: 'text',
            value: typed['reason'] ?? '',
            maxLength: 500,
            autocomplete: 'off',
          }}
        />
      ) : null}
    </>
  );
}

export function problemsOf(translator: Translator, faults: FieldFaults): readonly Problem[] {
  return (Object.keys(faults) as (keyof FieldFaults)[]).map((field) => ({
    field,
    text: `${translator.t(`case-field.${field}`)}: ${problemText(translator, faults, field) ?? ''}`,
  }));
}

function problemText(
  { t }: Translator,
  faults: FieldFaults,
  field: keyof FieldFaults,
): string | undefined {
  const fault = faults[field];
  return fault && t(`case-fault.${fault}`);
}

interface OneFieldProps {
  readonly translator: Translator;
  readonly field: CaseField;
  readonly names: OptionNames;
  readonly typed: string;
  readonly problem: string | undefined;
}

function OneField({ translator, field, names, typed, problem }: OneFieldProps) {
  const { t } = translator;
  const { name, kind, required } = field;
  const label = required
    ? t(`case-field.${name}`)
    : t('officer.optional', { label: t(`case-field.${name}`) });
  switch (kind) {
    case 'tick':
      return <Tick {...{ name, label, problem, translator }} checked={typed !== ''} />;
    case 'choice':
      return <Chosen {...{ translator, field, names, typed, problem }} label={label} />;
    case 'picture':
      return (
        <PictureField
          of="somebody-else"
          translator={translator}
          name={name}
          label={label}
          hint={t('officer.picture-hint')}
          problem={problem}
        />
      );
    case 'date':
    case 'birthdate': {
      const [year = '', month = '', day = ''] = typed.split('-');
      return (
        <DateField
          translator={translator}
          name={name}
          legend={label}
          problem={problem}
          typed={{ day, month, year }}
        />
      );
    }
    default:
      return (
        <TextField
          translator={translator}
          name={name}
          label={label}
          problem={problem}
          input={{
            type: 'text',
            inputMode: kind === 'phone' ? 'tel' : kind === 'email' ? 'email' : 'text',
            value: typed,
            maxLength: 500,
            autocomplete: 'off',
            spellcheck: false,
          }}
        />
      );
  }
}

/** What needs a whole sentence to be known by is read at full length; everything else is a word in a list. */
function Chosen(props: OneFieldProps & { readonly label: string }) {
  const { translator, field, names, typed, problem, label } = props;
  const { name, options = [] } = field;
  const choices = options.map((value) => ({
    value,
    label: optionText(translator, name, value, names),
  }));
  const common = { translator, name, problem, choices, chosen: typed };
  return options.some((value) => names.has(value)) ? (
    <ChoiceField {...common} legend={label} />
  ) : (
    <SelectField {...common} label={label} empty={translator.t('officer.choose')} />
  );
}

interface TickProps {
  readonly translator: Translator;
  readonly name: string;
  readonly label: string;
  readonly problem: string | undefined;
  readonly checked: boolean;
}

function Tick({ translator, name, label, problem, checked }: TickProps) {
  const failed = problem !== undefined;
  return (
    <div class={`govuk-form-group${failed ? ' govuk-form-group--error' : ''}`}>
      {failed ? (
        <p id={`${name}-error`} class="govuk-error-message">
          <span class="govuk-visually-hidden">{translator.t('problem.prefix')} </span>
          {problem}
        </p>
      ) : null}
      <div class="sen-choice">
        <input
          type="checkbox"
          id={name}
          name={name}
          value="yes"
          checked={checked}
          {...(failed ? { 'aria-describedby': `${name}-error` } : {})}
        />
        <label for={name}>{label}</label>
      </div>
    </div>
  );
}
