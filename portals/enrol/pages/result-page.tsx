import type { CaseView, Refusal } from '../../../enrolment/cases/case-view.ts';
import { caseReference } from '../../../enrolment/reference.ts';
import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { translator, type Translator } from '../../../web/i18n/translator.ts';
import { Layout } from '../../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../../web/page-context.ts';
import { ENROL } from '../addresses.ts';
import { RefusalSection } from '../../refusal-section.tsx';

export interface ResultPageProps {
  readonly ctx: PageContext;
  readonly target: FormTarget;
  readonly view: Pick<CaseView, 'id' | 'status' | 'refusal' | 'clock' | 'activationUntil' | 'next'>;
  /** Where the applicant is told things; masked. */
  readonly contact: { readonly channel: 'sms' | 'email'; readonly masked: string };
}

/** What became of a submitted application. Buttons: `activate`, `again`, `look`. */
export function ResultPage(props: ResultPageProps) {
  switch (props.view.status) {
    case 'approved':
      return <Approved {...props} />;
    case 'refused':
    case 'withdrawn':
      return <RefusedPage {...props} refusal={props.view.refusal} />;
    default:
      return <Pending {...props} />;
  }
}

function Approved({ ctx, target, view, contact }: ResultPageProps) {
  const words = translator(ctx.locale);
  const { t } = words;
  const destination = <strong class="sen-nowrap">{contact.masked}</strong>;
  return (
    <Layout
      ctx={ctx}
      title={t('enrol.approved.title')}
      lead={t('enrol.approved.lead')}
      symbol="check"
    >
      <p>{words.rich(`enrol.result.code-sent-${contact.channel}`, { destination })}</p>
      {view.activationUntil === undefined ? null : (
        <p>{t('enrol.result.until', { time: words.dateTime(view.activationUntil) })}</p>
      )}
      <Form target={target}>
        <Button name="activate">{t('enrol.result.activate')}</Button>
      </Form>
      <Reference translator={words} id={view.id} />
    </Layout>
  );
}

interface RefusedPageProps {
  readonly ctx: PageContext;
  readonly target: FormTarget;
  readonly refusal: Refusal | undefined;
}

/** Not given, and why. Button: `again`. */
export function RefusedPage({ ctx, target, refusal }: RefusedPageProps) {
  const words = translator(ctx.locale);
  const { t } = words;
  return (
    <Layout
      ctx={ctx}
      title={t(refusal === undefined ? 'application.withdrawn' : 'enrol.refused.title')}
      lead={t('enrol.refused.nothing-kept')}
      symbol="alert"
    >
      {refusal === undefined ? null : <RefusalSection translator={words} refusal={refusal} />}
      <Form target={{ ...target, action: `${ENROL}/result` }}>
        <Button name="again">{t('enrol.refused.again')}</Button>
      </Form>
      <p>
        <a href="/">{t('enrol.home')}</a>
      </p>
    </Layout>
  );
}

function Pending({ ctx, target, view, contact }: ResultPageProps) {
  const words = translator(ctx.locale);
  const { t } = words;
  const destination = <strong class="sen-nowrap">{contact.masked}</strong>;
  return (
    <Layout
      ctx={ctx}
      title={t('enrol.pending.title')}
      lead={t('enrol.pending.lead')}
      symbol="clock"
    >
      <Notice icon="clock">
        {words.rich(`enrol.pending.told-${contact.channel}`, { destination })}{' '}
        {view.clock.dueOn === undefined
          ? null
          : t('enrol.pending.due', { date: words.calendarDate(view.clock.dueOn) })}
      </Notice>
      {view.next.by !== 'program' || view.next.at === undefined ? null : (
        <p>{t('enrol.pending.again', { time: words.dateTime(view.next.at) })}</p>
      )}
      <Reference translator={words} id={view.id} />
      <Form target={target}>
        <Button name="look" kind="secondary">
          {t('enrol.pending.look')}
        </Button>
      </Form>
    </Layout>
  );
}

function Reference({
  translator: { t },
  id,
}: {
  readonly translator: Translator;
  readonly id: CaseView['id'];
}) {
  return (
    <section class="sen-section">
      <h2 class="sen-heading">{t('enrol.pending.reference')}</h2>
      <code class="sen-reference" id="case-reference" translate={false}>
        {caseReference(id)}
      </code>
      <p>{t('enrol.pending.keep')}</p>
    </section>
  );
}
