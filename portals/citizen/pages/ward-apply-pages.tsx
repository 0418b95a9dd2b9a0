import type { Refusal } from '../../../enrolment/cases/case-view.ts';
import type { FieldFaults } from '../../../enrolment/cases/vocabulary.ts';
import type { PictureProblem } from '../../../enrolment/picture.ts';
import { Button } from '../../../web/components/button.tsx';
import { ChoiceField } from '../../../web/components/choice-field.tsx';
import { DateField } from '../../../web/components/date-field.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { PictureField } from '../../../web/components/picture-field.tsx';
import { TextField } from '../../../web/components/text-field.tsx';
import { translator, type Translator } from '../../../web/i18n/translator.ts';
import type { FormTarget, PageContext } from '../../../web/page-context.ts';
import { PHOTO_LIMITS } from '../../photo-limits.ts';
import { AccountFrame } from './account-frame.tsx';
import { WardRefused } from './ward-result-page.tsx';

type Asked = 'number' | 'name' | 'birthdate' | 'sex';

export interface WardDetailsProps {
  readonly ctx: PageContext;
  readonly target: FormTarget;
  readonly requestId: string;
  readonly typed: Readonly<Partial<Record<Asked, string>>>;
  /** Typed before they had to sign in anew. */
  readonly restored?: boolean;
  readonly faults?: FieldFaults;
  readonly refusal?: Refusal;
  /** A register that does not answer. */
  readonly silent?: 'population' | 'immigration' | 'civil_status' | 'organisations' | 'matcher';
}

/** What the guardian declares of the child or ward. Fields: `number`, `name`, `birthdate_…`, `sex`. */
export function WardDetailsPage(props: WardDetailsProps) {
  const { ctx, target, requestId, typed, faults = {} } = props;
  const words = translator(ctx.locale);
  const { t } = words;
  const fault = (name: Asked) => {
    const found = faults[name];
    return found && t(`case-fault.${found}`);
  };
  const asked = ['number', 'name', 'birthdate', 'sex'] as const;
  const problems = asked.flatMap((field) => {
    const text = fault(field);
    return text === undefined ? [] : [{ field, text: `${t(`case-field.${field}`)}: ${text}` }];
  });
  const [year = '', month = '', day = ''] = (typed.birthdate ?? '').split('-');
  const field = (name: 'number' | 'name', hint?: string) => (
    <TextField
      translator={words}
      name={name}
      label={t(`case-field.${name}`)}
      hint={hint}
      problem={fault(name)}
      input={{ type: 'text', value: typed[name] ?? '', autocomplete: 'off', maxLength: 120 }}
    />
  );
  return (
    <AccountFrame
      ctx={ctx}
      title={t('ward-apply.title')}
      lead={t('ward-apply.lead')}
      done={props.restored === true ? t('account.restored') : undefined}
      problems={problems}
    >
      <Trouble {...props} words={words} />
      <Form target={target}>
        <input type="hidden" name="request_id" value={requestId} />
        {field('number', t('ward-apply.number-hint'))}
        {field('name')}
        <DateField
          translator={words}
          name="birthdate"
          legend={t('case-field.birthdate')}
          problem={fault('birthdate')}
          typed={{ day, month, year }}
        />
        <ChoiceField
          translator={words}
          name="sex"
          legend={t('case-field.sex')}
          problem={fault('sex')}
          chosen={typed.sex}
          choices={(['male', 'female'] as const).map((value) => ({
            value,
            label: t(`officer.sex-${value}`),
          }))}
        />
        <Button name="continue">{t('button.continue')}</Button>
      </Form>
    </AccountFrame>
  );
}

function Trouble({
  words,
  refusal,
  silent,
}: Pick<WardDetailsProps, 'refusal' | 'silent'> & { readonly words: Translator }) {
  const { t } = words;
  if (refusal !== undefined) return <WardRefused translator={words} refusal={refusal} />;
  return silent === undefined ? null : (
    <Notice kind="warning" icon="alert" role="status">
      {t('case-unknown-for-now', { system: t(`case-system.${silent}`) })}
    </Notice>
  );
}

export type WardPhotoProblem = PictureProblem | 'poor_sample' | 'unknown' | 'throttled';

interface WardPhotoProps {
  readonly ctx: PageContext;
  readonly target: FormTarget;
  readonly name: string | undefined;
  readonly problem: WardPhotoProblem | undefined;
}

const PHOTO_TEXT = {
  empty: 'ward-apply.photo-empty',
  too_large: 'enrol.photo.too-large',
  too_small: 'enrol.photo.too-small',
  not_a_picture: 'enrol.photo.not-a-picture',
  damaged: 'enrol.photo.damaged',
  poor_sample: 'enrol.photo.poor-sample',
  unknown: 'enrol.photo.unknown',
  throttled: 'ward-apply.throttled',
} as const satisfies Readonly<Record<WardPhotoProblem, string>>;

/** The child's face, which submits. Field: `face` (a file). */
export function WardPhotoPage({ ctx, target, name, problem }: WardPhotoProps) {
  const words = translator(ctx.locale);
  const { t } = words;
  const whose = { name: name ?? '' };
  const text =
    problem === undefined ? undefined : t(PHOTO_TEXT[problem], { ...PHOTO_LIMITS, ...whose });
  return (
    <AccountFrame
      ctx={ctx}
      title={t('ward-apply.photo', whose)}
      lead={t('ward-apply.photo-lead')}
      problems={text === undefined ? [] : [{ field: 'face', text }]}
      scripts={['picture-preview']}
    >
      <form method="post" action={target.action} encType="multipart/form-data" noValidate>
        <input type="hidden" name="csrf" value={target.csrf} />
        <PictureField
          translator={words}
          name="face"
          label={t('ward-apply.photo-label', whose)}
          hint={t('enrol.photo.hint')}
          problem={text}
          of="somebody-else"
        />
        <Notice icon="shield">{t('ward-apply.consent')}</Notice>
        <Button name="continue">{t('enrol.photo.submit')}</Button>
      </form>
    </AccountFrame>
  );
}
