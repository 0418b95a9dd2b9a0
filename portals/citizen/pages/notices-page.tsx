import { noticeOnPage } from '../../../enrolment/notices/compose.ts';
import type { Notice } from '../../../enrolment/notice.ts';
import { translator } from '../../../web/i18n/translator.ts';
import type { PageContext } from '../../../web/page-context.ts';
import { AccountFrame } from './account-frame.tsx';

interface NoticesPageProps {
  readonly ctx: PageContext;
  /** Newest first. */
  readonly notices: readonly Notice[];
}

export function NoticesPage({ ctx, notices }: NoticesPageProps) {
  const words = translator(ctx.locale);
  const { t } = words;
  const shown = notices.flatMap((notice) => {
    const text = noticeOnPage(notice, ctx.locale);
    return text === undefined ? [] : [{ notice, ...text }];
  });
  return (
    <AccountFrame ctx={ctx} title={t('notices.title')} lead={t('notices.lead')}>
      {shown.length === 0 ? <p>{t('notices.none')}</p> : null}
      {shown.map(({ notice: { id, createdAt, readAt }, title, body }) => (
        <section key={id} class="sen-card">
          <h2 class="sen-card__title">{title}</h2>
          <p class="sen-fine">
            {readAt === undefined ? <strong>{t('notices.new')} · </strong> : null}
            {words.dateTime(createdAt)}
          </p>
          <p>{body}</p>
        </section>
      ))}
    </AccountFrame>
  );
}
