import type { DocumentType } from '../../accounts/account.ts';
import { BackToService } from '../../web/components/back-to-service.tsx';
import { ClaimList } from '../../web/components/claim-list.tsx';
import { Steps } from '../../web/components/steps.tsx';

import { translator } from '../../web/i18n/translator.ts';
import { Layout } from '../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../web/page-context.ts';
import { documentWord } from './document-word.ts';

export interface DocumentExpiredPageProps {
  readonly ctx: PageContext;
  readonly target: FormTarget;
  readonly document: DocumentType;
  /** `YYYY-MM-DD`, the last day it was valid. */
  readonly expiry: string;
}

/** Button: `cancel`. */
export function DocumentExpiredPage({ ctx, target, document, expiry }: DocumentExpiredPageProps) {
  const words = translator(ctx.locale);
  const { t } = words;
  const word = documentWord(document);
  return (
    <Layout
      ctx={ctx}
      title={t('expired-document.title')}
      lead={t('expired-document.lead')}
      symbol="document"
      target={target}
    >
      <ClaimList
        lines={[
          { label: t('expired-document.document'), value: t(`document.${word}`) },
          { label: t('expired-document.valid-until'), value: words.calendarDate(expiry) },
        ]}
      />
      <Steps
        title={t('expired-document.next')}
        steps={[t(`expired-document.${word}`), t('expired-document.automatic')]}
      />
      <BackToService translator={words} target={target} service={ctx.service} kind="primary" />
    </Layout>
  );
}
