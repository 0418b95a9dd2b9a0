import type { VNode } from 'preact';

import type { CaseOverview } from '../../../enrolment/cases/case-view.ts';
import { caseReference } from '../../../enrolment/reference.ts';
import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { TextField } from '../../../web/components/text-field.tsx';
import type { Translator } from '../../../web/i18n/translator.ts';
import { Layout } from '../../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../../web/page-context.ts';
import { ClockLine, StatusTag } from './case-marks.tsx';

export const WORK_LISTS = ['office', 'forwarded', 'mine', 'due_soon', 'overdue'] as const;
export type WorkListName = (typeof WORK_LISTS)[number];

export interface WorkListPageProps {
  readonly ctx: PageContext;
  readonly translator: Translator;
  readonly bar: VNode;
  readonly list: WorkListName | 'found';
  readonly cases: readonly CaseOverview[];
  readonly counts: Readonly<Record<WorkListName, string>> | undefined;
  /** No more than so many were read; undefined when these are all. */
  readonly most: number | undefined;
  readonly search: FormTarget;
}

/** What is to be done, what is due first comes first. */
export function WorkListPage(props: WorkListPageProps) {
  const { ctx, translator, bar, list, cases, counts, most, search } = props;
  const { t } = translator;
  return (
    <Layout
      ctx={ctx}
      title={t('officer.work')}
      lead={t(`officer.list-${list}-lead`)}
      width="wide"
      bar={bar}
    >
      <Form target={search} class="sen-find">
        <TextField
          translator={translator}
          name="number"
          label={t('officer.search-number')}
          hint={t('officer.search-hint')}
          input={{ type: 'text', autocomplete: 'off', spellcheck: false, maxLength: 60 }}
        />
        <Button name="find" kind="secondary">
          {t('officer.find')}
        </Button>
      </Form>
      <nav aria-label={t('officer.lists')}>
        <ul class="sen-tabs">
          {WORK_LISTS.map((name) => (
            <li key={name}>
              <a
                href={name === 'office' ? '/officer' : `/officer?list=${name}`}
                {...(name === list ? { 'aria-current': 'page' as const } : {})}
              >
                {t(`officer.list-${name}`)}
                {counts === undefined ? null : ` (${counts[name]})`}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {most === undefined ? null : (
        <Notice kind="warning" icon="clock">
          {t('officer.list-cut', { most })}
        </Notice>
      )}
      {cases.length === 0 ? <p>{t('officer.list-none')}</p> : null}
      <ul class="sen-cases">
        {cases.map((each) => (
          <li key={each.id} class="sen-card">
            <h2 class="sen-card__title">
              <a href={`/officer/cases/${each.id}`}>{each.applicantName ?? t('officer.case')}</a>
            </h2>
            <p>{t(`case-kind.${each.kind}`)}</p>
            <p>
              <StatusTag translator={translator} status={each.status} />
            </p>
            <ClockLine translator={translator} clock={each.clock} brief />
            <p>{t(`case-next.${each.next.by}`)}</p>
            <p class="sen-fine">
              {t('officer.opened-at', { time: translator.dateTime(each.openedAt) })}
              <br />
              {t('officer.case-number', { reference: caseReference(each.id) })}
            </p>
          </li>
        ))}
      </ul>
    </Layout>
  );
}
