import { translator } from '../i18n/translator.ts';
import { Layout } from '../layout.tsx';
import type { PageContext } from '../page-context.ts';

export interface OutboxMessage {
  readonly id: string;
  /** Epoch ms */
  readonly at: number;
  readonly channel: 'sms' | 'email';
  readonly to: string;
  /** Of mails. */
  readonly subject?: string | undefined;
  readonly text: string;
}

export interface OutboxPageProps {
  readonly ctx: PageContext;
  /** Newest first. */
  readonly messages: readonly OutboxMessage[];
}

export function OutboxPage({ ctx, messages }: OutboxPageProps) {
  const words = translator(ctx.locale);
  const { t } = words;
  return (
    <Layout ctx={ctx} title={t('outbox.title')} lead={t('outbox.lead')} width="wide">
      {messages.length === 0 ? <p>{t('outbox.empty')}</p> : null}
      <ol class="sen-messages">
        {messages.map(({ id, at, channel, to, subject, text }) => (
          <li key={id} class="sen-message">
            <p class="sen-message__meta">
              <span class="sen-badge">{t(`outbox.${channel}`)}</span>
              <span>{to}</span>
              <time dateTime={new Date(at).toISOString()}>{words.dateTime(at)}</time>
            </p>
            {subject === undefined ? null : (
              <p class="sen-message__text">
                <strong>{subject}</strong>
              </p>
            )}
            <p class="sen-message__text">{text}</p>
          </li>
        ))}
      </ol>
    </Layout>
  );
}
