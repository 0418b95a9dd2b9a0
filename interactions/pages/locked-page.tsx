import type { LockGround } from '../../accounts/account.ts';
import { BackToService } from '../../web/components/back-to-service.tsx';
import { Notice } from '../../web/components/notice.tsx';
import { translator, type Translator } from '../../web/i18n/translator.ts';
import { Layout } from '../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../web/page-context.ts';

export interface LockedPageProps {
  readonly ctx: PageContext;
  readonly target: FormTarget;
  /** Locks can stack; the account opens when none is left. Show this page only after the holder has proven a factor. */
  readonly grounds: readonly LockGround[];
}

const words = {
  own_request: 'own-request',
  terms_breached: 'terms-breached',
  card_revoked_or_retained: 'card-revoked-or-retained',
  number_cancelled: 'number-cancelled',
  death: 'death',
  authority_request: 'authority-request',
} as const satisfies Record<LockGround, string>;

/** Button: `cancel`. */
export function LockedPage({ ctx, target, grounds }: LockedPageProps) {
  const text = translator(ctx.locale);
  const { t } = text;
  return (
    <Layout
      ctx={ctx}
      title={t('locked.title')}
      lead={t('locked.lead')}
      symbol="lock"
      target={target}
    >
      {[...new Set(grounds)].map((ground) => (
        <Ground key={ground} translator={text} ground={ground} />
      ))}
      <Notice icon="shield">{t('locked.private')}</Notice>
      <BackToService translator={text} target={target} service={ctx.service} kind="primary" />
    </Layout>
  );
}

function Ground({
  translator: { t },
  ground,
}: {
  readonly translator: Translator;
  readonly ground: LockGround;
}) {
  return (
    <section class="sen-card">
      <h2 class="sen-heading">{t('locked.ground')}</h2>
      <p>{t(`locked.${words[ground]}`)}</p>
      <h2 class="sen-heading">{t('locked.unlock')}</h2>
      <p>{t(`locked.${words[ground]}-unlock`)}</p>
      {ground === 'own_request' ? (
        <ul class="govuk-list">
          <li>
            <a href="/account/unlock">{t('unlock.title')}</a>
          </li>
          <li>
            <a href="/recover">{t('recover.home')}</a>
          </li>
        </ul>
      ) : null}
    </section>
  );
}
