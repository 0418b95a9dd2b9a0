import type { ComponentChildren } from 'preact';

import type { Problem } from '../../../web/components/problem.ts';
import { translator } from '../../../web/i18n/translator.ts';
import { Layout } from '../../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../../web/page-context.ts';
import type { ScriptName } from '../../../web/scripts.ts';

/** What every page of a question is given. */
export interface QuestionProps {
  readonly ctx: PageContext;
  readonly target: FormTarget;
  /** Address of the question before. */
  readonly back?: string | undefined;
}

interface QuestionFrameProps extends QuestionProps {
  readonly step: number;
  readonly title: string;
  readonly lead?: ComponentChildren;
  readonly problems?: readonly Problem[];
  readonly scripts?: readonly ScriptName[];
  readonly children: ComponentChildren;
}

const STEPS = 7;

/** One question: where in the application it is, and the way back. */
export function QuestionFrame(props: QuestionFrameProps) {
  const { ctx, step, title, lead, back, problems = [], scripts = [], children } = props;
  const { t } = translator(ctx.locale);
  return (
    <Layout
      ctx={ctx}
      caption={t('enrol.step-of', { step, steps: STEPS })}
      {...{ title, lead, problems, scripts }}
    >
      {children}
      <p class="sen-fine">{t('enrol.saved')}</p>
      {back === undefined ? null : (
        <p>
          <a id="back" href={back}>
            {t('enrol.back')}
          </a>
        </p>
      )}
    </Layout>
  );
}
