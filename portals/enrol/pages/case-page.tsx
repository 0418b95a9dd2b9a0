import type { CaseView, NextView } from '../../../enrolment/cases/case-view.ts';
import { caseReference } from '../../../enrolment/reference.ts';
import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { SummaryList, type SummaryLine } from '../../../web/components/summary-list.tsx';
import { translator, type Translator } from '../../../web/i18n/translator.ts';
import { Layout } from '../../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../../web/page-context.ts';
import { ACTIVATE, ENROL } from '../addresses.ts';
import { RefusalSection } from './refusal-section.tsx';

export interface CasePageProps {
  readonly ctx: PageContext;
  readonly target: FormTarget;
  readonly view: CaseView;
  /** What was just done, or could not be. */
  readonly told?: 'renewed' | 'withdrawn' | 'outdated' | 'not-now' | 'too-often' | undefined;
}

/** Where an application stands, what happens next and when. Buttons: `renew`, `withdraw`, `close`. */
export function CasePage(props: CasePageProps) {
  const { ctx, target, view, told } = props;
  const words = translator(ctx.locale);
  const { t } = words;
  const can = (step: string) => view.steps.some(({ name, allowed }) => name === step && allowed);
  return (
    <Layout ctx={ctx} title={t('application.title')} lead={t(`case-kind.${view.kind}`)}>
      {told === undefined ? null : (
        <Notice icon="check" role="status">
          {t(`application.${told}`)}
        </Notice>
      )}
      <SummaryList translator={words} lines={factsOf(words, view)} />
      <Standing translator={words} view={view} />
      <History translator={words} view={view} />
      {view.status === 'refused' || view.status === 'withdrawn' ? (
        <p>
          <a class="sen-button sen-button--primary" id="again" href={ENROL}>
            <span>{t('application.again')}</span>
          </a>
        </p>
      ) : null}
      <Form target={target}>
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
        <Button name="close" kind="quiet">
          {t('application.close')}
        </Button>
      </Form>
    </Layout>
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
              <a class="sen-button sen-button--primary" id="activate" href={ACTIVATE}>
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

interface PartProps {
  readonly translator: Translator;
  readonly view: CaseView;
}

function nextText(words: Translator, { by, step, at }: NextView): string {
  const { t } = words;
  if (step === undefined) return t('application.next-nobody');
  const what = { step: t(`case-step.${step}`) };
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
