import type { LockGround } from '../../accounts/account.ts';
import type { UnlockWay } from '../../enrolment/lock-rules.ts';
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
  /** What opens the holder's own lock, where there is one. */
  readonly ownWays: readonly UnlockWay[];
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
export function LockedPage({ ctx, target, grounds, ownWays }: LockedPageProps) {
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
        <Ground key={ground} translator={text} ground={ground} ownWays={ownWays} />
      ))}
      <Notice icon="shield">{t('locked.private')}</Notice>
      <BackToService translator={text} target={target} service={ctx.service} kind="primary" />
    </Layout>
  );
}

function Ground({
  translator: text,
  ground,
  ownWays,
}: Pick<LockedPageProps, 'ownWays'> & {
  readonly translator: Translator;
  readonly ground: LockGround;
}) {
  const { t } = text;
  return (
    <section class="sen-card">
      <h2 class="sen-heading">{t('locked.ground')}</h2>
      <p>{t(`locked.${words[ground]}`)}</p>
      <h2 class="sen-heading">{t('locked.unlock')}</h2>
      {ground === 'own_request' ? (
        <OwnWays translator={text} ways={ownWays} />
      ) : (
        <p>{t(`locked.${words[ground]}-unlock`)}</p>
      )}
    </section>
  );
}

function OwnWays({
  translator: { t },
  ways,
}: {
  readonly translator: Translator;
  readonly ways: readonly UnlockWay[];
}) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {ways.includes('browser_passkey') ? (
        <li>
          <a href="/account/unlock">{t('locked.own-request-passkey')}</a>
        </li>
      ) : null}
      {ways.includes('recovery') ? (
        <li>
          <a href="/recover">{t('recover.home')}</a>
        </li>
      ) : null}
      {ways.includes('counter') ? <li>{t('locked.own-request-unlock')}</li> : null}
    </ul>
  );
}
