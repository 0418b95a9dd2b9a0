import type { ComponentChildren } from 'preact';

import { Button } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { serviceName } from '../components/back-to-service.tsx';
import { translator, type Translator } from '../i18n/translator.ts';
import { Layout } from '../layout.tsx';
import type { PageContext } from '../page-context.ts';

export interface DeviceConfirmPageProps {
  /** With `service`: who asks. */
  readonly ctx: PageContext;
  readonly action: string;
  /** The library's own token for this form. */
  readonly xsrf: string;
  /** As the device shows it. */
  readonly userCode: string;
  /** Epoch ms. */
  readonly requestedAt: number;
  readonly sameNetwork: boolean;
  /** Names of what is asked for, in the language of the page. */
  readonly asks: readonly string[];
}

/** RFC 8628, sections 3.3 and 5.4. Buttons: `continue` (posts `confirm`), `cancel` (posts `abort`). */
export function DeviceConfirmPage(props: DeviceConfirmPageProps) {
  const { ctx, userCode } = props;
  const words = translator(ctx.locale);
  const { t } = words;
  const service = serviceName(words, ctx.service);
  return (
    <Layout
      ctx={ctx}
      title={t('device.confirm-title', { service })}
      lead={t('device.confirm-lead', { service })}
    >
      <section class="sen-section">
        <p>{t('device.confirm-code')}</p>
        <p class="sen-user-code">{userCode}</p>
        <p class="sen-fine">{t('device.confirm-when', { time: words.time(props.requestedAt) })}</p>
      </section>
      <Notice kind={props.sameNetwork ? 'info' : 'warning'} icon="phone">
        {t(props.sameNetwork ? 'device.same-network' : 'device.other-network')}
      </Notice>
      <Asks translator={words} asks={props.asks} />
      <Notice kind="warning" icon="alert">
        {t('device.only-if')}
      </Notice>
      <div class="sen-decision">
        <Answer {...props} answer="confirm">
          <Button name="continue" icon="check">
            {t('device.confirm')}
          </Button>
        </Answer>
        <Answer {...props} answer="abort">
          <Button name="cancel" icon="cross">
            {t('device.deny')}
          </Button>
        </Answer>
      </div>
    </Layout>
  );
}

function Asks({
  translator: { t },
  asks,
}: {
  readonly translator: Translator;
  readonly asks: readonly string[];
}) {
  if (asks.length === 0) return null;
  return (
    <section class="sen-section">
      <p>{t('device.asks')}</p>
      <ul>
        {asks.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </section>
  );
}

function Answer({
  action,
  xsrf,
  userCode,
  answer,
  children,
}: Pick<DeviceConfirmPageProps, 'action' | 'xsrf' | 'userCode'> & {
  readonly answer: 'confirm' | 'abort';
  readonly children: ComponentChildren;
}) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="xsrf" value={xsrf} />
      <input type="hidden" name="user_code" value={userCode} />
      <input type="hidden" name={answer} value="yes" />
      {children}
    </form>
  );
}
