import type { VNode } from 'preact';

import type { CaseKind } from '../../../enrolment/case.ts';
import type { Translator } from '../../../web/i18n/translator.ts';
import { Layout } from '../../../web/layout.tsx';
import type { PageContext } from '../../../web/page-context.ts';

interface OpenCasePageProps {
  readonly ctx: PageContext;
  readonly translator: Translator;
  readonly bar: VNode;
  readonly kinds: readonly CaseKind[];
}

/** What can be received at this counter. */
export function OpenCasePage({ ctx, translator: { t }, bar, kinds }: OpenCasePageProps) {
  return (
    <Layout
      ctx={ctx}
      title={t('officer.open')}
      lead={t('officer.open-lead')}
      width="wide"
      bar={bar}
    >
      {kinds.length === 0 ? <p>{t('officer.open-none')}</p> : null}
      <ul class="sen-tasks">
        {kinds.map((kind) => (
          <li key={kind}>
            <a href={`/officer/open/${kind}`} id={`open-${kind}`}>
              {t(`case-kind.${kind}`)}
            </a>
          </li>
        ))}
      </ul>
      <p class="sen-back">
        <a href="/officer">{t('officer.to-work')}</a>
      </p>
    </Layout>
  );
}
