import type { AssuranceAsk } from '../../web/assurance-ask.ts';
import { serviceName } from '../../web/components/back-to-service.tsx';
import { Button } from '../../web/components/button.tsx';
import { Form } from '../../web/components/form.tsx';
import { Notice } from '../../web/components/notice.tsx';
import { PersonCard, type PersonFacts } from '../../web/components/person-card.tsx';
import { translator, type Translator } from '../../web/i18n/translator.ts';
import { Layout } from '../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../web/page-context.ts';

export interface ApprovePageProps {
  readonly ctx: PageContext;
  readonly target: FormTarget;
  readonly ask: AssuranceAsk;
  readonly person: PersonFacts;
  /** From the relying party; shown there too. */
  readonly bindingMessage: string | undefined;
  /** Epoch ms. */
  readonly requestedAt: number;
  /** Names of what is asked for, in the language of the page. */
  readonly asks: readonly string[];
}

/** Buttons: `continue` (approve), `cancel` (decline), of equal weight. */
export function ApprovePage(props: ApprovePageProps) {
  const { ctx, target, person } = props;
  const words = translator(ctx.locale);
  const { t } = words;
  const service = serviceName(words, ctx.service);
  return (
    <Layout
      ctx={ctx}
      title={t('approve.title', { service })}
      lead={t('approve.lead', { service })}
      ask={props.ask}
      target={target}
    >
      <BindingMessage translator={words} text={props.bindingMessage} />
      <p class="sen-fine">{t('approve.when', { time: words.dateTime(props.requestedAt) })}</p>
      <PersonCard translator={words} person={person} />
      <Asks translator={words} asks={props.asks} />
      <Notice kind="warning" icon="alert">
        {t('approve.warning')}
      </Notice>
      <Form target={target}>
        <div class="sen-decision">
          <Button name="continue" icon="check">
            {t('approve.yes')}
          </Button>
          <Button name="cancel" icon="cross">
            {t('approve.no')}
          </Button>
        </div>
      </Form>
    </Layout>
  );
}

function BindingMessage({
  translator: { t },
  text,
}: {
  readonly translator: Translator;
  readonly text: string | undefined;
}) {
  if (text === undefined) {
    return (
      <Notice kind="warning" icon="alert">
        {t('approve.no-message')}
      </Notice>
    );
  }
  return (
    <section class="sen-card">
      <h2 class="sen-card__title">{t('approve.message')}</h2>
      <p class="sen-binding-message" id="binding-message">
        {text}
      </p>
      <p class="sen-fine">{t('approve.message-hint')}</p>
    </section>
  );
}

function Asks({
  translator: { t },
  asks,
}: {
  readonly translator: Translator;
  readonly asks: readonly string[];
}) {
  if (asks.length === 0) return <p>{t('approve.asks-nothing')}</p>;
  return (
    <section class="sen-section">
      <p>{t('approve.asks')}</p>
      <ul>
        {asks.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </section>
  );
}
