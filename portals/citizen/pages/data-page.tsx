import { ClaimList } from '../../../web/components/claim-list.tsx';
import { translator } from '../../../web/i18n/translator.ts';
import type { PageContext } from '../../../web/page-context.ts';
import { AccountFrame } from './account-frame.tsx';

export interface DataGroup {
  /** Which register it is from. */
  readonly source: 'population' | 'civil' | 'immigration' | 'you';
  /** Labels and values, in the language of the page. */
  readonly lines: readonly { readonly label: string; readonly value: string }[];
}

interface DataPageProps {
  readonly ctx: PageContext;
  readonly groups: readonly DataGroup[];
}

/** What SenID knows, which register it is from, and who has it corrected (D69, Art. 8). */
export function DataPage({ ctx, groups }: DataPageProps) {
  const { t } = translator(ctx.locale);
  return (
    <AccountFrame ctx={ctx} title={t('source.title')} lead={t('account.data-lead')}>
      {groups.map(({ source, lines }) => (
        <section key={source} class="sen-card">
          <ClaimList lines={lines} />
          <p class="sen-fine">{t(`source.${source}`)}</p>
          {source === 'you' ? (
            <p>
              <a href="/account/contacts">{t('account.contacts')}</a>
            </p>
          ) : null}
        </section>
      ))}
      <p>{t('source.lead')}</p>
    </AccountFrame>
  );
}
