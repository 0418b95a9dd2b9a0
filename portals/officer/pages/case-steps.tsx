import type { CaseView, StepOffer } from '../../../enrolment/cases/case-view.ts';
import type { StepName } from '../../../enrolment/cases/vocabulary.ts';
import type { Translator } from '../../../web/i18n/translator.ts';

interface StepsProps {
  readonly translator: Translator;
  readonly view: Pick<CaseView, 'steps' | 'next'>;
  readonly home: string;
}

/** Weighed against each other: none of them is the ordinary one. */
const DECISIONS: readonly StepName[] = ['approved', 'refused', 'returned'];
/** What takes something back, or ends a case without a decision. */
const ASIDE: readonly StepName[] = ['undone', 'withdrawn'];

/** The one step that comes next, or the decision that is due; then whatever else there is. */
export function CaseSteps({ translator, view, home }: StepsProps) {
  const { t } = translator;
  const allowed = view.steps.filter(({ allowed: may, name }) => may && !ASIDE.includes(name));
  const decisions = allowed.filter(({ name }) => DECISIONS.includes(name));
  const first = allowed.find(({ name }) => name === view.next.step && !decisions.length);
  const also = allowed.filter((step) => step !== first && !decisions.includes(step));
  const waiting = view.steps.filter(({ whyNot }) => whyNot === 'needs_earlier_step');
  return (
    <section class="sen-section" aria-labelledby="steps">
      <h2 class="sen-heading" id="steps">
        {t(decisions.length === 0 ? 'officer.steps' : 'officer.decide')}
      </h2>
      {first === undefined && decisions.length === 0 ? (
        <NoStep translator={translator} steps={view.steps} />
      ) : null}
      {first === undefined ? null : (
        <a
          class="sen-button sen-button--primary"
          href={`${home}/steps/${first.name}`}
          id={`step-${first.name}`}
        >
          <span>{t(`case-step.${first.name}`)}</span>
        </a>
      )}
      <Decisions translator={translator} decisions={decisions} home={home} />
      {also.length === 0 ? null : (
        <>
          <h3 class="sen-subheading">{t('officer.also')}</h3>
          <Links translator={translator} steps={also} home={home} />
        </>
      )}
      <Waiting translator={translator} waiting={waiting} />
    </section>
  );
}

/** Apart from the course of the case, at the end of its page. */
export function StepsAside({ translator, view, home }: StepsProps) {
  const { t } = translator;
  const steps = view.steps.filter(({ allowed, name }) => allowed && ASIDE.includes(name));
  if (steps.length === 0) return null;
  return (
    <section class="sen-section sen-apart" aria-labelledby="aside">
      <h2 class="sen-subheading" id="aside">
        {t('officer.aside')}
      </h2>
      <p class="sen-fine">{t('officer.aside-lead')}</p>
      <Links translator={translator} steps={steps} home={home} />
    </section>
  );
}

interface ListProps {
  readonly translator: Translator;
  readonly steps: readonly StepOffer[];
  readonly home: string;
}

function Links({ translator: { t }, steps, home }: ListProps) {
  return (
    <ul class="sen-ways">
      {steps.map(({ name, taken }) => (
        <li key={name}>
          <a href={`${home}/steps/${name}`} id={`step-${name}`}>
            {taken && !ASIDE.includes(name)
              ? t('officer.redo', { step: t(`case-step.${name}`) })
              : t(`case-step.${name}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Decisions({
  translator: { t },
  decisions,
  home,
}: Omit<ListProps, 'steps'> & { readonly decisions: readonly StepOffer[] }) {
  if (decisions.length === 0) return null;
  return (
    <>
      <p>{t('officer.decide-lead')}</p>
      <div class="sen-decision">
        {decisions.map(({ name }) => (
          <a
            key={name}
            class="sen-button sen-button--secondary"
            href={`${home}/steps/${name}`}
            id={`step-${name}`}
          >
            <span>{t(`case-step.${name}`)}</span>
          </a>
        ))}
      </div>
    </>
  );
}

function Waiting({
  translator: { t, list },
  waiting,
}: Pick<ListProps, 'translator'> & { readonly waiting: readonly StepOffer[] }) {
  if (waiting.length === 0) return null;
  return (
    <>
      <h3 class="sen-subheading">{t('officer.then')}</h3>
      <ul class="sen-tasks">
        {waiting.map(({ name, waitsFor }) => (
          <li key={name} class="sen-tasks__waiting">
            <span>{t(`case-step.${name}`)}</span>
            <span class="sen-fine">
              {t('officer.waits-for', {
                steps: list(waitsFor.map((each) => t(`case-step.${each}`))),
              })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What somebody at this page can do something about, or should know. */
const TOLD: ReadonlySet<string> = new Set([
  'not_your_role',
  'not_this_office',
  'own_case',
  'another_person_must_decide',
  'closed',
]);

function NoStep({ translator: { t }, steps }: Omit<ListProps, 'home'>) {
  const why = new Set(steps.map(({ whyNot }) => whyNot).filter((each) => each !== undefined));
  const told = [...why].filter((each) => TOLD.has(each));
  return (
    <>
      <p>{t('officer.no-steps')}</p>
      {told.length === 0 ? null : (
        <ul class="govuk-list govuk-list--bullet">
          {told.map((each) => (
            <li key={each}>{t(`case-why-not.${each}`)}</li>
          ))}
        </ul>
      )}
    </>
  );
}
