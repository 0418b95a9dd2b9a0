import type { IconName } from '../components/icon.tsx';
import type { MessageKey } from '../i18n/messages.ts';
import { translator } from '../i18n/translator.ts';
import { Layout } from '../layout.tsx';
import type { PageContext } from '../page-context.ts';

/** How a login for another device ended. */
export type DeviceEnd = 'done' | 'denied' | 'level' | 'failed';

const SYMBOLS: Readonly<Record<DeviceEnd, IconName>> = {
  done: 'check',
  denied: 'cross',
  level: 'stairs',
  failed: 'clock',
};

const TITLES = {
  done: 'device.done-title',
  denied: 'device.denied-title',
  level: 'device.level-title',
  failed: 'device.failed-title',
} as const satisfies Readonly<Record<DeviceEnd, MessageKey>>;

export interface DeviceEndedPageProps {
  readonly ctx: PageContext;
  readonly end: DeviceEnd;
  /** Where another code can be entered. */
  readonly again: string;
}

export function DeviceEndedPage({ ctx, end, again }: DeviceEndedPageProps) {
  const { t } = translator(ctx.locale);
  return (
    <Layout ctx={ctx} title={t(TITLES[end])} lead={t(`device.${end}`)} symbol={SYMBOLS[end]}>
      {end === 'denied' ? <p>{t('device.denied-next')}</p> : null}
      {end === 'done' ? null : (
        <p>
          <a href={again}>{t('device.again')}</a>
        </p>
      )}
    </Layout>
  );
}
