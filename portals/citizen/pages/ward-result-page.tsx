import type { CaseView, Refusal } from '../../../enrolment/cases/case-view.ts';
import { caseReference } from '../../../enrolment/reference.ts';
import { Notice } from '../../../web/components/notice.tsx';
import { articleText } from '../../../web/i18n/article-text.ts';
import { translator, type Translator } from '../../../web/i18n/translator.ts';
import type { PageContext } from '../../../web/page-context.ts';
import { AccountFrame } from './account-frame.tsx';

interface WardResultProps {
  readonly ctx: PageContext;
  readonly view: Pick<
    CaseView,
    'id' | 'status' | 'refusal' | 'clock' | 'activationUntil' | 'applicantName' | 'next'
  >;
  readonly maskedPhone: string | undefined;
  readonly again: string;
}

/** What became of it, and what comes next. */
export function WardResultPage({ ctx, view, maskedPhone, again }: WardResultProps) {
  const words = translator(ctx.locale);
  const { t } = words;
  const { status, refusal, clock, activationUntil, next } = view;
  return (
    <AccountFrame ctx={ctx} title={titleOf(words, view)} lead={leadOf(words, view)}>
      {status === 'approved' ? (
        <>
          <p>{t('ward-apply.code-sent', { destination: maskedPhone ?? '' })}</p>
          {activationUntil === undefined ? null : (
            <p>{t('enrol.result.until', { time: words.dateTime(activationUntil) })}</p>
          )}
          <a class="sen-button sen-button--primary" id="activate" href="/activate">
            <span>{t('enrol.result.activate')}</span>
          </a>
        </>
      ) : null}
      {refusal === undefined ? null : (
        <>
          <WardRefused translator={words} refusal={refusal} />
          <p>
            <a id="again" href={again}>
              {t('enrol.refused.again')}
            </a>
          </p>
        </>
      )}
      {status === 'running' && clock.dueOn !== undefined ? (
        <p>{t('enrol.pending.due', { date: words.calendarDate(clock.dueOn) })}</p>
      ) : null}
      {status === 'running' && maskedPhone !== undefined ? (
        <p>{t('enrol.pending.told-sms', { destination: maskedPhone })}</p>
      ) : null}
      {next.by === 'program' && next.at !== undefined ? (
        <p>{t('enrol.pending.again', { time: words.dateTime(next.at) })}</p>
      ) : null}
      <p class="sen-fine">{t('officer.case-number', { reference: caseReference(view.id) })}</p>
    </AccountFrame>
  );
}

type Named = Pick<CaseView, 'status' | 'applicantName'>;

function titleOf({ t }: Translator, { status, applicantName: name = '' }: Named): string {
  switch (status) {
    case 'approved':
      return t('ward-apply.approved', { name });
    case 'done':
      return t('ward-apply.done', { name });
    case 'refused':
      return t('ward-apply.refused', { name });
    case 'withdrawn':
      return t('application.withdrawn');
    case 'collecting':
    case 'running':
    case 'paused':
      return t('ward-apply.received', { name });
    default:
      return status satisfies never;
  }
}

/** How it is used from now on; whose it was, where the title does not say. */
function leadOf(
  { t }: Translator,
  { status, applicantName: name = '' }: Named,
): string | undefined {
  if (status === 'done') return t('activate.ward-lead', { name });
  return status === 'withdrawn' ? name : undefined;
}

/** Why not, by which article, and what can be done about it. */
export function WardRefused({
  translator: { t, locale },
  refusal: { reason, article },
}: {
  readonly translator: Translator;
  readonly refusal: Refusal;
}) {
  return (
    <Notice kind="warning" icon="alert" role="status">
      <p id="refusal">
        {t(`case-refusal.${reason}`)} ({articleText(locale, article)})
      </p>
      <p>{t(`case-way-on.${reason}`)}</p>
    </Notice>
  );
}
