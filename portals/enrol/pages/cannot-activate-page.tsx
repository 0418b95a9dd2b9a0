import { translator } from '../../../web/i18n/translator.ts';
import { Layout } from '../../../web/layout.tsx';
import type { PageContext } from '../../../web/page-context.ts';

export interface CannotActivatePageProps {
  readonly ctx: PageContext;
  readonly backHref: string;
}

/** No code can be sent, or too many were: what to do instead. */
export function CannotActivatePage({ ctx, backHref }: CannotActivatePageProps) {
  const { t } = translator(ctx.locale);
  return (
    <Layout
      ctx={ctx}
      title={t('activate.cannot-title')}
      lead={t('activate.no-destination')}
      symbol="phone"
    >
      <ul class="sen-links">
        <li>
          <a id="back" href={backHref}>
            {t('enrol.back')}
          </a>
        </li>
      </ul>
    </Layout>
  );
}
