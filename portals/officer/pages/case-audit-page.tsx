import type { VNode } from 'preact';

import type { Translator } from '../../../web/i18n/translator.ts';
import { Layout } from '../../../web/layout.tsx';
import type { PageContext } from '../../../web/page-context.ts';

export interface CaseAuditPageProps {
  readonly ctx: PageContext;
  readonly translator: Translator;
  readonly bar: VNode;
  readonly back: string;
  readonly events: readonly {
    readonly id: string;
    readonly at: number;
    readonly type: string;
    readonly who: string;
    readonly data: Readonly<Record<string, unknown>>;
  }[];
}

/** What was recorded of a case, newest first: to be read, by who looks after others. */
export function CaseAuditPage({ ctx, translator, bar, back, events }: CaseAuditPageProps) {
  const { t, dateTime } = translator;
  return (
    <Layout
      ctx={ctx}
      title={t('officer.audit')}
      lead={t('officer.audit-lead')}
      width="wide"
      bar={bar}
    >
      <ol class="sen-history">
        {events.map(({ id, at, type, who, data }) => (
          <li key={id}>
            <p>
              <strong>{type}</strong>
            </p>
            <p class="sen-fine">
              {dateTime(at)} · {who}
            </p>
            <p class="sen-fine">
              {Object.entries(data)
                .map(([name, value]) => `${name}: ${String(value)}`)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ol>
      <p class="sen-back">
        <a href={back}>{t('officer.back')}</a>
      </p>
    </Layout>
  );
}
