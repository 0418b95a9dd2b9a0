import type { Translator } from '../i18n/translator.ts';
import type { FormTarget, PageContext } from '../page-context.ts';
import { backLabel } from './back-to-service.tsx';
import { Form } from './form.tsx';
import { safeUrl } from '../safe-url.ts';

interface SessionTimerProps {
  readonly translator: Translator;
  readonly ctx: PageContext;
  readonly expiresAt: number;
  readonly target: FormTarget;
}

/**
 * How long the page is valid, and a way to get longer (WCAG 2.2, 2.2.1). Plain text and form without scripts;
 * `session-timeout.js` opens the dialog in time.
 */
export function SessionTimer({ translator, ctx, expiresAt, target }: SessionTimerProps) {
  const { t } = translator;
  const extend = { action: `${target.action}/extend`, csrf: target.csrf };
  return (
    <section class="sen-session" id="session-timer" {...timerData(translator, ctx, expiresAt)}>
      <p id="session-valid-until" role="status">
        {t('session.valid-until', { time: translator.time(expiresAt) })}
      </p>
      <Form target={extend} id="session-extend-form">
        <button type="submit" name="extend" id="extend" value="1" class="sen-link-button">
          {t('session.extend')}
        </button>
      </Form>
      <WarningDialog translator={translator} ctx={ctx} />
    </section>
  );
}

function timerData(translator: Translator, ctx: PageContext, expiresAt: number) {
  const { t } = translator;
  return {
    'data-expires-at': String(expiresAt),
    ...(ctx.now === undefined ? {} : { 'data-now': String(ctx.now) }),
    'data-two-minutes': t('session.minutes-left'),
    'data-half-minute': t('session.half-minute-left'),
    'data-extended': t('session.extended', { time: '%time%' }),
    'data-failed': t('session.extend-failed'),
    'data-over-title': t('session.over-title'),
    'data-over': t('session.over'),
  };
}

function WarningDialog({
  translator,
  ctx,
}: {
  readonly translator: Translator;
  readonly ctx: PageContext;
}) {
  const { t } = translator;
  const home = safeUrl(ctx.service?.homeUri);
  return (
    <dialog
      class="sen-dialog"
      id="session-dialog"
      aria-labelledby="session-title"
      aria-describedby="session-text"
    >
      <h2 class="sen-heading" id="session-title" tabIndex={-1}>
        {t('session.warning-title')}
      </h2>
      <p id="session-text">{t('session.warning-left')}</p>
      <p class="sen-dialog__clock" id="session-clock" aria-hidden="true">
        2:00
      </p>
      <p class="govuk-visually-hidden" id="session-announcement" role="status" />
      <button type="button" id="session-stay" class="sen-button sen-button--primary" autofocus>
        <span>{t('session.stay')}</span>
      </button>
      {home === undefined ? null : (
        <a class="sen-button sen-button--secondary" id="session-home" href={home} hidden>
          <span>{backLabel(translator, ctx.service)}</span>
        </a>
      )}
    </dialog>
  );
}
