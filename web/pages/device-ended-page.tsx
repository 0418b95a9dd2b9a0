import type { IconName } from '../components/icon.tsx';
import { translator } from '../i18n/translator.ts';
import { Layout } from '../layout.tsx';
import type { PageContext } from '../page-context.ts';

/** How a login for another device ended, or an approval. */
export type DeviceEnd = 'done' | 'denied' | 'level' | 'failed';

const SYMBOLS: Readonly<Record<DeviceEnd, IconName>> = {
  done: 'check',
  denied: 'cross',
  level: 'stairs',
  failed: 'clock',
};

export interface DeviceEndedPageProps {
  readonly ctx: PageContext;
  readonly end: DeviceEnd;
  readonly of: 'device' | 'approve';
  /** Where another code can be entered, or the rest of the list is. */
  readonly again: string;
}

export function DeviceEndedPage({ ctx, end, of, again }: DeviceEndedPageProps) {
  const { t } = translator(ctx.locale);
  return (
    <Layout
      ctx={ctx}
      title={t(`${of}.${end}-title`)}
      lead={t(`${of}.${end}`)}
      symbol={SYMBOLS[end]}
    >
      {end === 'denied' && of === 'device' ? <p>{t('device.denied-next')}</p> : null}
      {end === 'done' && of === 'device' ? null : (
        <p>
          <a href={again}>{t(`${of}.again`)}</a>
        </p>
      )}
    </Layout>
  );
}
