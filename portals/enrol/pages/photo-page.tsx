import { Button } from '../../../web/components/button.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { PictureField } from '../../../web/components/picture-field.tsx';
import { translator, type Translator } from '../../../web/i18n/translator.ts';
import { waitText } from '../../../web/wait-text.ts';
import { PHOTO_LIMITS } from '../../photo-limits.ts';
import { QuestionFrame, type QuestionProps } from './question-frame.tsx';

export type PhotoProblem =
  | {
      readonly kind:
        | 'empty'
        | 'too-large'
        | 'not-a-picture'
        | 'damaged'
        | 'too-small'
        | 'poor-sample'
        /** The matcher, or a register, does not answer: neither yes nor no. */
        | 'unknown'
        | 'unknown-register';
    }
  | { readonly kind: 'throttled'; readonly waitSeconds: number };

export interface PhotoPageProps extends QuestionProps {
  readonly who: 'citizen' | 'foreigner';
  readonly problem?: PhotoProblem | undefined;
}

/** The last question, which submits. Field: `face` (a file). Button: `continue`. */
export function PhotoPage(props: PhotoPageProps) {
  const { ctx, target, who, problem } = props;
  const words = translator(ctx.locale);
  const { t } = words;
  const text = problem === undefined ? undefined : problemText(words, problem);
  const problems = text === undefined ? [] : [{ text, field: 'face' }];
  return (
    <QuestionFrame
      {...props}
      step={7}
      title={t('enrol.photo.title')}
      lead={t('enrol.photo.lead')}
      problems={problems}
      scripts={['picture-preview']}
    >
      <ul class="sen-plain-list">
        <li>{t('enrol.photo.how-alone')}</li>
        <li>{t('enrol.photo.how-bare')}</li>
        <li>{t('enrol.photo.how-light')}</li>
      </ul>
      <form method="post" action={target.action} encType="multipart/form-data" noValidate>
        <input type="hidden" name="csrf" value={target.csrf} />
        <PictureField
          translator={words}
          name="face"
          label={t('enrol.photo.label')}
          hint={t('enrol.photo.hint')}
          problem={text}
        />
        <Notice icon="shield">
          {t('enrol.photo.consent', { register: t(`enrol.photo.register-${who}`) })}
        </Notice>
        <Button name="continue">{t('enrol.photo.submit')}</Button>
      </form>
    </QuestionFrame>
  );
}

function problemText(words: Translator, problem: PhotoProblem): string {
  switch (problem.kind) {
    case 'throttled':
      return words.t('enrol.photo.throttled', { wait: waitText(words, problem.waitSeconds) });
    case 'poor-sample':
      return words.t('enrol.photo.poor-sample', PHOTO_LIMITS);
    default:
      return words.t(`enrol.photo.${problem.kind}`);
  }
}
