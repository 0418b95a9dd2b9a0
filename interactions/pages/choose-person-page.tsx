import type { GuardianshipBasis } from '../../accounts/guardianship.ts';
import type { AssuranceAsk } from '../../web/assurance-ask.ts';
import { BackToService } from '../../web/components/back-to-service.tsx';
import { Button } from '../../web/components/button.tsx';
import { Form } from '../../web/components/form.tsx';
import { PersonCard, type PersonFacts } from '../../web/components/person-card.tsx';
import { translator, type Translator } from '../../web/i18n/translator.ts';
import { Layout } from '../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../web/page-context.ts';

/** Somebody the person may act for. */
export interface WardChoice {
  /** Value of the button `ward`. */
  readonly word: string;
  readonly person: PersonFacts;
  readonly basis: GuardianshipBasis;
  readonly usable: boolean;
}

export interface ChoosePersonPageProps {
  readonly ctx: PageContext;
  readonly target: FormTarget;
  readonly ask: AssuranceAsk;
  /** The person who is signed in; undefined where the service asks for one of the others. */
  readonly self: PersonFacts | undefined;
  readonly wards: readonly WardChoice[];
  /** What was chosen is no choice (any more). */
  readonly gone?: boolean;
}

const BASES = {
  parent: 'basis.parent',
  appointed_guardian: 'basis.appointed-guardian',
  represented_adult: 'basis.represented-adult',
  legal_representative_of_organisation: 'basis.organisation',
} as const;

/** Buttons: `continue` (for oneself), one `ward` for each other, `cancel`. */
export function ChoosePersonPage(props: ChoosePersonPageProps) {
  const { ctx, target, ask, self, wards, gone = false } = props;
  const words = translator(ctx.locale);
  const { t } = words;
  return (
    <Layout
      ctx={ctx}
      title={t('choose-person.title')}
      lead={self === undefined ? t('choose-person.asked-lead') : t('choose-person.lead')}
      problems={gone ? [{ text: t('choose-person.gone'), field: undefined }] : []}
      ask={ask}
      target={target}
    >
      {self === undefined ? null : (
        <section class="sen-section">
          <h2 class="sen-heading">{t('choose-person.self')}</h2>
          <PersonCard translator={words} person={self} />
          <Form target={target} class="sen-actions">
            <Button name="continue">{t('choose-person.self-button')}</Button>
          </Form>
        </section>
      )}
      <section class="sen-section">
        <h2 class="sen-heading">{t('choose-person.wards')}</h2>
        {wards.map((ward) => (
          <WardCard key={ward.word} translator={words} ward={ward} target={target} />
        ))}
      </section>
      <p class="sen-fine">{t('choose-person.told')}</p>
      <BackToService translator={words} target={target} service={ctx.service} />
    </Layout>
  );
}

interface WardCardProps {
  readonly translator: Translator;
  readonly ward: WardChoice;
  readonly target: FormTarget;
}

function WardCard({ translator: words, ward, target }: WardCardProps) {
  const { t } = words;
  const { person, word, basis, usable } = ward;
  return (
    <div class="sen-ward">
      <p class="sen-eyebrow">{t(BASES[basis])}</p>
      <PersonCard translator={words} person={person} />
      {usable ? (
        <Form target={target} class="sen-actions">
          <input type="hidden" name="ward" value={word} />
          <Button name="act" id={`act-${word}`} kind="secondary">
            {t('choose-person.ward-button', { name: person.name })}
          </Button>
        </Form>
      ) : (
        <p class="sen-fine">{t('choose-person.unusable')}</p>
      )}
    </div>
  );
}
