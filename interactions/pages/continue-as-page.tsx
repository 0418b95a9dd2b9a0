import type { AssuranceAsk } from '../../web/assurance-ask.ts';
import { BackToService } from '../../web/components/back-to-service.tsx';
import { Button } from '../../web/components/button.tsx';
import { Form } from '../../web/components/form.tsx';
import { PersonCard, type PersonFacts } from '../../web/components/person-card.tsx';
import { translator } from '../../web/i18n/translator.ts';
import { Layout } from '../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../web/page-context.ts';

export interface ContinueAsPageProps {
  readonly ctx: PageContext;
  readonly target: FormTarget;
  readonly ask: AssuranceAsk;
  readonly person: PersonFacts;
}

/** Buttons: `continue` (as this person), `not-you` (log in as somebody else), `cancel`. */
export function ContinueAsPage({ ctx, target, ask, person }: ContinueAsPageProps) {
  const words = translator(ctx.locale);
  const { t } = words;
  return (
    <Layout
      ctx={ctx}
      title={t('continue-as.title')}
      lead={t('continue-as.lead')}
      ask={ask}
      target={target}
    >
      <PersonCard translator={words} person={person} />
      <Form target={target} class="sen-actions">
        <Button name="continue">{t('continue-as.continue', { name: person.name })}</Button>
        <Button name="not-you" kind="secondary">
          {t('continue-as.not-you')}
        </Button>
      </Form>
      <BackToService translator={words} target={target} service={ctx.service} />
    </Layout>
  );
}
