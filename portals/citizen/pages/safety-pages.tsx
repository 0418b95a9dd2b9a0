import type { ComponentChildren } from 'preact';

import { Button } from '../../../web/components/button.tsx';
import { ChoiceField } from '../../../web/components/choice-field.tsx';
import { Form } from '../../../web/components/form.tsx';
import type { IconName } from '../../../web/components/icon.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { PasskeyForm } from '../../../web/components/passkey-form.tsx';
import { TextField } from '../../../web/components/text-field.tsx';
import { translator, type Translator } from '../../../web/i18n/translator.ts';
import type { FormTarget, PageContext } from '../../../web/page-context.ts';
import { AccountFrame } from './account-frame.tsx';

interface SafetyPageProps {
  readonly ctx: PageContext;
  readonly target: FormTarget;
  readonly problem?: string | undefined;
}

function WhatHappens({ translator: { t } }: { readonly translator: Translator }) {
  return (
    <>
      <p>{t('not-me.what')}</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>{t('not-me.what-locked')}</li>
        <li>{t('not-me.what-ended')}</li>
        <li>{t('not-me.what-cancelled')}</li>
      </ul>
      <Notice kind="warning" icon="alert">
        {t('not-me.back')}
      </Notice>
    </>
  );
}

/** For whoever was told something: field `code`, button `secure`. Without signing in. */
export function NotMePage({ ctx, target, problem }: SafetyPageProps) {
  const words = translator(ctx.locale);
  const { t } = words;
  return (
    <AccountFrame
      ctx={ctx}
      title={t('not-me.title')}
      lead={t('not-me.lead')}
      scripts={['code-from-link']}
      problems={problem === undefined ? [] : [{ text: problem, field: 'code' }]}
      back={{ href: '/recover', text: t('recover.home') }}
    >
      <Form target={target}>
        <TextField
          translator={words}
          name="code"
          label={t('not-me.code')}
          hint={t('not-me.code-hint')}
          problem={problem}
          input={{
            type: 'text',
            autocomplete: 'off',
            autocapitalize: 'characters',
            maxLength: 40,
            spellcheck: false,
          }}
        />
        <WhatHappens translator={words} />
        <Button name="secure" icon="lock">
          {t('not-me.do')}
        </Button>
      </Form>
    </AccountFrame>
  );
}

/** The same for who is signed in: field `since`, button `secure`. */
export function NotMeSignedInPage({ ctx, target }: SafetyPageProps) {
  const words = translator(ctx.locale);
  const { t } = words;
  return (
    <AccountFrame ctx={ctx} title={t('not-me.title')} lead={t('not-me.signed-in-lead')}>
      <Form target={target}>
        <ChoiceField
          translator={words}
          name="since"
          legend={t('not-me.since')}
          chosen="day"
          choices={[
            { value: 'day', label: t('not-me.since-day') },
            { value: 'week', label: t('not-me.since-week') },
          ]}
        />
        <WhatHappens translator={words} />
        <Button name="secure" icon="lock">
          {t('not-me.do')}
        </Button>
      </Form>
    </AccountFrame>
  );
}

/** TK03: field `reason`, button `lock`. */
export function LockPage({
  ctx,
  target,
  problem,
  hasPasskey,
}: SafetyPageProps & { readonly hasPasskey: boolean }) {
  const words = translator(ctx.locale);
  const { t } = words;
  return (
    <AccountFrame
      ctx={ctx}
      title={t('lock.title')}
      lead={t('lock.lead')}
      problems={problem === undefined ? [] : [{ text: problem, field: 'reason' }]}
    >
      <Notice kind="warning" icon="alert">
        {t('lock.effects')}
      </Notice>
      {hasPasskey ? null : <p>{t('lock.no-passkey')}</p>}
      <Form target={target}>
        <ChoiceField
          translator={words}
          name="reason"
          legend={t('lock.why')}
          problem={problem}
          choices={(['precaution', 'device_lost'] as const).map((value) => ({
            value,
            label: t(`lock.${value}`),
            hint: value === 'precaution' && !hasPasskey ? undefined : t(`lock.${value}-hint`),
          }))}
        />
        <Button name="lock" icon="lock">
          {t('lock.do')}
        </Button>
      </Form>
    </AccountFrame>
  );
}

/** Button `use-passkey`: whoever answers is known by their passkey. */
export function UnlockPage({
  ctx,
  target,
  options,
  ceremony,
  problem,
}: SafetyPageProps & { readonly options: unknown; readonly ceremony: string }) {
  const words = translator(ctx.locale);
  const { t } = words;
  return (
    <AccountFrame
      ctx={ctx}
      title={t('unlock.title')}
      lead={t('unlock.lead')}
      scripts={['passkey']}
      problems={problem === undefined ? [] : [{ text: problem }]}
      back={{ href: '/recover', text: t('unlock.other') }}
    >
      <PasskeyForm
        translator={words}
        target={target}
        ceremony="authentication"
        options={options}
        label={t('unlock.do')}
      >
        <input type="hidden" name="ceremony" value={ceremony} />
      </PasskeyForm>
    </AccountFrame>
  );
}

/** One button, `everywhere`. */
export function SignOutEverywherePage({ ctx, target }: SafetyPageProps) {
  const { t } = translator(ctx.locale);
  return (
    <AccountFrame ctx={ctx} title={t('everywhere.title')} lead={t('everywhere.lead')}>
      <Form target={target}>
        <Button name="everywhere">{t('everywhere.do')}</Button>
      </Form>
    </AccountFrame>
  );
}

interface DonePageProps {
  readonly ctx: PageContext;
  readonly title: string;
  readonly text: string;
  readonly symbol: IconName;
  readonly back: { readonly href: string; readonly text: string };
  readonly children?: ComponentChildren;
}

/** What was done, and what comes next. */
export function DonePage({ ctx, title, text, symbol, back, children }: DonePageProps) {
  return (
    <AccountFrame ctx={ctx} title={title} lead={text} symbol={symbol} back={back}>
      {children}
    </AccountFrame>
  );
}
