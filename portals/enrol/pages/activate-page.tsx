import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { problemOf, type Problem } from '../../../web/components/problem.ts';
import { TextField } from '../../../web/components/text-field.tsx';
import { translator, type Translator } from '../../../web/i18n/translator.ts';
import { Layout } from '../../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../../web/page-context.ts';
import { waitText } from '../../../web/wait-text.ts';
import { APPLICATION } from '../addresses.ts';

export type ActivateProblem =
  | { readonly kind: 'missing-identifier' | 'missing-code' | 'wrong' | 'expired' | 'outdated' }
  | { readonly kind: 'throttled'; readonly waitSeconds: number };

export interface ActivatePageProps {
  readonly ctx: PageContext;
  readonly target: FormTarget;
  readonly identifier: string;
  readonly problems?: readonly ActivateProblem[];
}

/** Fields: `identifier`, `activation_code`. */
export function ActivatePage(props: ActivatePageProps) {
  const { ctx, target, identifier, problems: faults = [] } = props;
  const words = translator(ctx.locale);
  const { t } = words;
  const problems = faults.map((fault) => problemFor(words, fault));
  return (
    <Layout ctx={ctx} title={t('activate.title')} lead={t('activate.lead')} problems={problems}>
      <Form target={target}>
        <TextField
          translator={words}
          name="identifier"
          label={t('activate.identifier')}
          hint={t('activate.identifier-hint')}
          problem={problemOf(problems, 'identifier')}
          input={{
            type: 'text',
            value: identifier,
            autocomplete: 'username',
            autocapitalize: 'characters',
            spellcheck: false,
            maxLength: 32,
          }}
        />
        <TextField
          translator={words}
          name="activation_code"
          label={t('activate.code')}
          hint={t('activate.code-hint')}
          problem={problemOf(problems, 'activation_code')}
          input={{
            type: 'text',
            autocomplete: 'off',
            autocapitalize: 'characters',
            spellcheck: false,
            maxLength: 40,
          }}
        />
        <Button name="continue">{t('button.continue')}</Button>
      </Form>
      <ul class="sen-links">
        <li>
          <a href={APPLICATION}>{t('activate.new-code')}</a>
        </li>
        <li>
          <a href="/">{t('enrol.home')}</a>
        </li>
      </ul>
    </Layout>
  );
}

function problemFor(words: Translator, problem: ActivateProblem): Problem {
  const field = problem.kind === 'missing-code' ? 'activation_code' : 'identifier';
  return problem.kind === 'throttled'
    ? { text: words.t('activate.throttled', { wait: waitText(words, problem.waitSeconds) }), field }
    : { text: words.t(`activate.${problem.kind}`), field };
}
