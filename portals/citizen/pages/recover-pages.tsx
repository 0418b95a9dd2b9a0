import type { Contact } from '../../../accounts/contact.ts';
import { Button } from '../../../web/components/button.tsx';
import { ChoiceField } from '../../../web/components/choice-field.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { PictureField } from '../../../web/components/picture-field.tsx';
import { problemOf, type Problem } from '../../../web/components/problem.ts';
import { TextField } from '../../../web/components/text-field.tsx';
import { translator } from '../../../web/i18n/translator.ts';
import type { FormTarget, PageContext } from '../../../web/page-context.ts';
import { AccountFrame } from './account-frame.tsx';

export interface RecoverPageProps {
  readonly ctx: PageContext;
  readonly target: FormTarget;
  readonly problems?: readonly Problem[];
}

/** The ways back, and when which of them is the right one. */
export function RecoverPage({ ctx }: { readonly ctx: PageContext }) {
  const { t } = translator(ctx.locale);
  return (
    <AccountFrame ctx={ctx} title={t('recover.title')} lead={t('recover.lead')}>
      <section class="sen-card">
        <h2 class="sen-card__title">{t('recover.online')}</h2>
        <p>{t('recover.online-text')}</p>
        <p>{t('recover.online-when')}</p>
        <p>
          <a class="sen-button sen-button--primary" id="start" href="/recover/identity">
            {t('recover.start')}
          </a>
        </p>
      </section>
      {(['counter', 'guardian'] as const).map((way) => (
        <section key={way} class="sen-card">
          <h2 class="sen-card__title">{t(`recover.${way}`)}</h2>
          <p>{t(`recover.${way}-text`)}</p>
        </section>
      ))}
      <p>
        <a href="/account/unlock">{t('unlock.title')}</a>
      </p>
      <p>
        <a href="/not-me">{t('not-me.title')}</a>
      </p>
    </AccountFrame>
  );
}

const back = (text: string) => ({ href: '/recover', text });

/** Fields `number`, `document`, `picture`; button `continue`. What was typed is not shown again: it is a number nobody is to read. */
export function RecoverIdentityPage({ ctx, target, problems = [] }: RecoverPageProps) {
  const words = translator(ctx.locale);
  const { t } = words;
  const common = { type: 'text', autocomplete: 'off', maxLength: 20, spellcheck: false } as const;
  return (
    <AccountFrame
      ctx={ctx}
      title={t('recover.online')}
      problems={problems}
      scripts={['picture-preview']}
      back={back(t('recover.title'))}
    >
      <form method="post" action={target.action} encType="multipart/form-data" noValidate>
        <input type="hidden" name="csrf" value={target.csrf} />
        <TextField
          translator={words}
          name="number"
          label={t('recover.number')}
          hint={t('recover.number-hint')}
          problem={problemOf(problems, 'number')}
          input={common}
        />
        <TextField
          translator={words}
          name="document"
          label={t('recover.document')}
          hint={t('recover.document-hint')}
          input={common}
        />
        <PictureField
          translator={words}
          name="picture"
          label={t('recover.face')}
          hint={t('recover.face-hint')}
          problem={problemOf(problems, 'picture')}
        />
        <Button name="continue">{t('recover.check')}</Button>
      </form>
    </AccountFrame>
  );
}

/** Field `channel`, button `continue`. */
export function RecoverChannelPage({
  ctx,
  target,
  problems = [],
  channels,
}: RecoverPageProps & {
  readonly channels: readonly { readonly channel: Contact['channel']; readonly masked: string }[];
}) {
  const words = translator(ctx.locale);
  const { t } = words;
  return (
    <AccountFrame
      ctx={ctx}
      title={t('recover.channel-title')}
      lead={t('recover.channel-lead')}
      problems={problems}
      back={back(t('recover.title'))}
    >
      {channels.length === 0 ? null : (
        <Form target={target}>
          <ChoiceField
            translator={words}
            name="channel"
            legend={t('recover.channel')}
            problem={problemOf(problems, 'channel')}
            choices={channels.map(({ channel, masked }) => ({ value: channel, label: masked }))}
          />
          <Button name="continue">{t('recover.send')}</Button>
        </Form>
      )}
      <Notice icon="people">{t('recover.no-channel')}</Notice>
    </AccountFrame>
  );
}
