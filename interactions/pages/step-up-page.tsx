import type { AssuranceAsk } from '../../web/assurance-ask.ts';
import { BackToService, serviceName } from '../../web/components/back-to-service.tsx';
import { Button } from '../../web/components/button.tsx';
import { Form } from '../../web/components/form.tsx';
import { Notice } from '../../web/components/notice.tsx';
import { PasskeyForm } from '../../web/components/passkey-form.tsx';
import { passkeyProblem, type PasskeyProblem } from '../../web/components/passkey-problem.ts';
import { PersonCard, type PersonFacts } from '../../web/components/person-card.tsx';
import { translator, type Translator } from '../../web/i18n/translator.ts';
import { Layout } from '../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../web/page-context.ts';

export interface StepUpPageProps {
  readonly ctx: PageContext;
  readonly target: FormTarget;
  readonly ask: AssuranceAsk;
  readonly person: PersonFacts;
  /** Request options for this person's passkeys; undefined when they have none that would do. */
  readonly passkeyOptions: unknown;
  readonly problem?: PasskeyProblem | undefined;
}

/** Buttons: `use-passkey`, or `add-passkey` for a person who has none; `cancel`. Field: `passkey_response`. */
export function StepUpPage(props: StepUpPageProps) {
  const { ctx, target, ask, person, passkeyOptions, problem } = props;
  const words = translator(ctx.locale);
  const { t } = words;
  const hasPasskey = passkeyOptions !== undefined;
  return (
    <Layout
      ctx={ctx}
      title={t('step-up.title')}
      lead={t('step-up.lead', { service: serviceName(words, ctx.service) })}
      ask={ask}
      problems={problem === undefined ? [] : [passkeyProblem(words, problem, person.name)]}
      target={target}
      scripts={hasPasskey ? ['passkey'] : []}
    >
      <PersonCard translator={words} person={person} />
      <p>{t(`step-up.${ask.level}`)}</p>
      {ask.reason === undefined ? null : (
        <Notice icon="document">
          <strong>{t('step-up.why')}:</strong> {ask.reason}
        </Notice>
      )}
      {hasPasskey ? (
        <UsePasskey translator={words} target={target} options={passkeyOptions} />
      ) : (
        <NoPasskey translator={words} target={target} />
      )}
      <BackToService translator={words} target={target} service={ctx.service} />
    </Layout>
  );
}

interface PartProps {
  readonly translator: Translator;
  readonly target: FormTarget;
}

function UsePasskey({
  translator: words,
  target,
  options,
}: PartProps & { readonly options: unknown }) {
  const { t } = words;
  return (
    <>
      <PasskeyForm
        translator={words}
        target={target}
        ceremony="authentication"
        options={options}
        label={t('button.passkey')}
      />
      <details class="sen-details">
        <summary>{t('step-up.other-device')}</summary>
        <div class="sen-details__text">{t('step-up.other-device-text')}</div>
      </details>
    </>
  );
}

function NoPasskey({ translator: { t }, target }: PartProps) {
  return (
    <section class="sen-section">
      <h2 class="sen-heading">{t('step-up.none-title')}</h2>
      <p>{t('step-up.none')}</p>
      <Form target={target}>
        <Button name="add-passkey" icon="key">
          {t('step-up.add')}
        </Button>
      </Form>
    </section>
  );
}
