import type { Passkey } from '../../../accounts/passkey-store.ts';
import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { TextField } from '../../../web/components/text-field.tsx';
import { translator, type Translator } from '../../../web/i18n/translator.ts';
import type { FormTarget, PageContext } from '../../../web/page-context.ts';
import { AccountFrame } from './account-frame.tsx';

export const PASSKEY_NAME_LIMIT = 60;

export interface PasskeysPageProps {
  readonly ctx: PageContext;
  readonly passkeys: readonly Passkey[];
  /** The one this session was signed in with. */
  readonly used: string | undefined;
  readonly most: number;
  readonly target: (action: string) => FormTarget;
  readonly done?: string | undefined;
  readonly problem?: string | undefined;
}

/** Each passkey has a form to rename it (field and button `rename`) and one to remove it (button `remove`). */
export function PasskeysPage(props: PasskeysPageProps) {
  const { ctx, passkeys, most, problem } = props;
  const words = translator(ctx.locale);
  const { t } = words;
  return (
    <AccountFrame
      ctx={ctx}
      title={t('keys.title')}
      lead={t('keys.lead')}
      done={props.done}
      problems={problem === undefined ? [] : [{ text: problem }]}
    >
      {passkeys.length === 0 ? <p>{t('keys.none')}</p> : null}
      {passkeys.map((passkey) => (
        <Line key={passkey.id} {...props} translator={words} passkey={passkey} />
      ))}
      {passkeys.length < most ? (
        <p>
          <a class="sen-button sen-button--primary" id="add-passkey" href="/account/passkeys/add">
            {t('keys.add')}
          </a>
        </p>
      ) : (
        <Notice icon="key">{t('keys.most', { count: most })}</Notice>
      )}
    </AccountFrame>
  );
}

interface LineProps extends PasskeysPageProps {
  readonly translator: Translator;
  readonly passkey: Passkey;
}

function Line({ translator: words, passkey, used, target }: LineProps) {
  const { t } = words;
  const { id, name, createdAt, lastUsedAt, backupEligible } = passkey;
  const usedText =
    lastUsedAt === undefined
      ? t('keys.unused')
      : t('keys.used', { time: words.dateTime(lastUsedAt) });
  return (
    <section class="sen-card">
      <h2 class="sen-card__title">{name}</h2>
      {id === used ? <p>{t('keys.this')}</p> : null}
      <p class="sen-fine">
        {t(backupEligible ? 'keys.synced' : 'keys.bound')}.{' '}
        {t('keys.since', { time: words.dateTime(createdAt) })}. {usedText}.
      </p>
      <Form target={target(`/account/passkeys/${id}/rename`)}>
        <TextField
          translator={words}
          name={`name-${id}`}
          label={t('keys.name')}
          input={{ type: 'text', name: 'name', value: name, maxLength: PASSKEY_NAME_LIMIT }}
        />
        <Button name="rename" id={`rename-${id}`} kind="secondary">
          {t('keys.rename')}
          <span class="govuk-visually-hidden">: {name}</span>
        </Button>
      </Form>
      <Form target={target(`/account/passkeys/${id}/remove`)}>
        <Button name="remove" id={`remove-${id}`} kind="quiet">
          {t('keys.remove')}
          <span class="govuk-visually-hidden">: {name}</span>
        </Button>
      </Form>
    </section>
  );
}
