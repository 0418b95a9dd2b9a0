import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { TextField } from '../../../web/components/text-field.tsx';
import { translator } from '../../../web/i18n/translator.ts';
import { Layout } from '../../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../../web/page-context.ts';
import { waitText } from '../../../web/wait-text.ts';

export type ReferenceProblem =
  | { readonly kind: 'reference-missing' | 'not-found' | 'no-contact' }
  | { readonly kind: 'too-soon'; readonly waitSeconds: number };

export interface ReferencePageProps {
  readonly ctx: PageContext;
  readonly target: FormTarget;
  readonly typed: string;
  readonly problem?: ReferenceProblem | undefined;
}

/** Field: `reference`. */
export function ReferencePage({ ctx, target, typed, problem }: ReferencePageProps) {
  const words = translator(ctx.locale);
  const { t } = words;
  const text =
    problem === undefined
      ? undefined
      : problem.kind === 'too-soon'
        ? t('enrol.too-soon', { wait: waitText(words, problem.waitSeconds) })
        : t(`application.${problem.kind}`);
  const problems = text === undefined ? [] : [{ text, field: 'reference' }];
  return (
    <Layout
      ctx={ctx}
      title={t('application.title')}
      lead={t('application.lead')}
      problems={problems}
    >
      <Form target={target}>
        <TextField
          translator={words}
          name="reference"
          label={t('application.reference')}
          hint={t('application.reference-hint')}
          problem={text}
          input={{
            type: 'text',
            value: typed,
            autocomplete: 'off',
            autocapitalize: 'characters',
            spellcheck: false,
            maxLength: 60,
          }}
        />
        <Button name="continue">{t('application.show')}</Button>
      </Form>
      <p>
        <a href="/">{t('enrol.home')}</a>
      </p>
    </Layout>
  );
}
