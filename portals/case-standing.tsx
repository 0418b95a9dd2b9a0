import type { CaseView, NextView } from '../enrolment/cases/case-view.ts';
import { caseReference } from '../enrolment/reference.ts';
import { Button } from '../web/components/button.tsx';
import { Notice } from '../web/components/notice.tsx';
import { SummaryList, type SummaryLine } from '../web/components/summary-list.tsx';
import type { Translator } from '../web/i18n/translator.ts';
import { RefusalSection } from './refusal-section.tsx';

interface PartProps {
  readonly translator: Translator;
  readonly view: CaseView;
}

/** Where a case stands, what happens next and when, and what has been done: for whomever it is about. */
export function CaseStanding({ translator, view }: PartProps) {
  return (
    <>
      <SummaryList translator={translator} lines={factsOf(translator, view)} />
      <Standing translator={translator} view={view} />
      <History translator={translator} view={view} />
    </>
  );
}

function factsOf(words: Translator, view: CaseView): readonly SummaryLine[] {
  const { t } = words;
  const { limit, dueOn } = view.clock;
  return [
    { label: t('application.status'), value: t(`case-status.${view.status}`) },
    { label: t('application.opened'), value: words.dateTime(view.openedAt) },
    ...(dueOn === undefined || limit === undefined
      ? []
      : [
          {
            label: t('application.due'),
            value: t(
              limit.unit === 'working' ? 'application.due-on' : 'application.due-on-calendar',
              { date: words.calendarDate(dueOn), days: limit.days },
            ),
          },
        ]),
    { label: t('application.reference'), value: caseReference(view.id) },
  ];
}

function Standing({ translator: words, view }: PartProps) {
  const { t } = words;
  const { clock, refusal, missing } = view;
  return (
    <>
      {clock.state === 'overdue' ? (
        <Notice kind="warning" icon="clock">
          {t('application.overdue')}
        </Notice>
      ) : null}
      {missing === undefined ? null : (
        <section class="sen-section">
          <h2 class="sen-heading">{t('application.missing')}</h2>
          <p>{missing}</p>
          {clock.daysLeft === undefined ? null : (
            <p>{t('application.paused', { days: clock.daysLeft })}</p>
          )}
        </section>
      )}
      {refusal === undefined ? (
        <section class="sen-section">
          <h2 class="sen-heading">{t('application.next')}</h2>
          <p id="next">{nextText(words, view.next)}</p>
          {view.activationUntil === undefined || view.status !== 'approved' ? null : (
            <>
              <p>
                {t('application.activate-until', { time: words.dateTime(view.activationUntil) })}
              </p>
              <a class="sen-button sen-button--primary" id="activate" href="/activate">
                <span>{t('application.activate')}</span>
              </a>
            </>
          )}
        </section>
      ) : (
        <RefusalSection translator={words} refusal={refusal} />
      )}
    </>
  );
}

/** What whoever it is about can do themselves: buttons `renew` and `withdraw`, of a form around them. */
export function CaseButtons({ translator: { t }, view }: PartProps) {
  const can = (step: string) => view.steps.some(({ name, allowed }) => name === step && allowed);
  return (
    <>
      {can('activation_renewed') ? (
        <Button name="renew" kind="secondary">
          {t('application.renew')}
        </Button>
      ) : null}
      {can('withdrawn') ? (
        <Button name="withdraw" kind="secondary">
          {t('application.withdraw')}
        </Button>
      ) : null}
    </>
  );
}

/** Who does what next, and by when. */
export function nextText(words: Translator, { by, step, at }: NextView): string {
  const { t } = words;
  if (step === undefined) return t('application.next-nobody');
  if (step === 'supplemented') return t('application.next-supplement');
  // Nobody is promised how it will be decided.
  const what = { step: t(step === 'approved' ? 'application.decision' : `case-step.${step}`) };
  const when =
    at === undefined
      ? ''
      : ` ${t(by === 'program' ? 'application.next-program-at' : 'application.next-at', {
          time: words.dateTime(at),
        })}`;
  switch (by) {
    case 'applicant':
    case 'holder':
      return t('application.next-applicant', what) + when;
    case 'receiving_office':
      return t('application.next-office', what) + when;
    case 'authority':
      return t('application.next-authority', what) + when;
    case 'program':
      return t('application.next-program', what) + when;
    case 'nobody':
      return t('application.next-nobody');
    default:
      return by satisfies never;
  }
}

/** Oldest first, as it happened; who did it is not said beyond what each step says itself. */
function History({ translator: words, view }: PartProps) {
  const { t } = words;
  return (
    <section class="sen-section">
      <h2 class="sen-heading">{t('application.history')}</h2>
      <dl class="sen-claims">
        {view.history.map(({ sequence, name, at }) => (
          <div key={sequence}>
            <dt>{words.dateTime(at)}</dt>
            <dd>{t(`case-happened.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
