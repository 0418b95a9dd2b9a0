import type { AssuranceAsk } from '../../web/assurance-ask.ts';
import { BackToService } from '../../web/components/back-to-service.tsx';
import { Button } from '../../web/components/button.tsx';
import { Form } from '../../web/components/form.tsx';
import { PersonCard, type PersonFacts } from '../../web/components/person-card.tsx';
import { translator } from '../../web/i18n/translator.ts';
import { Layout } from '../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../web/page-context.ts';

export interface ChooseAccountPageProps {
  readonly ctx: PageContext;
  readonly target: FormTarget;
  readonly ask: AssuranceAsk;
  /** The person logged in in this browser; SenID keeps one at a time. */
  readonly person: PersonFacts;
}

/** For `prompt=select_account`. Buttons: `continue` (the signed-in person), `not-you` (another account), `cancel`. */
export function ChooseAccountPage({ ctx, target, ask, person }: ChooseAccountPageProps) {
  const words = translator(ctx.locale);
  const { t } = words;
  return (
    <Layout ctx={ctx} title={t('choose.title')} lead={t('choose.lead')} ask={ask} target={target}>
      <p class="sen-eyebrow">{t('choose.legend')}</p>
      <PersonCard translator={words} person={person} />
      <Form target={target} class="sen-actions">
        <Button name="continue">{t('continue-as.continue', { name: person.name })}</Button>
        <Button name="not-you" kind="secondary">
          {t('button.not-you')}
        </Button>
        <p class="sen-fine">{t('choose.other-hint')}</p>
      </Form>
      <BackToService translator={words} target={target} service={ctx.service} />
    </Layout>
  );
}
