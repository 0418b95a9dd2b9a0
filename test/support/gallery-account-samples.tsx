import type { VNode } from 'preact';

import type { Passkey } from '../../accounts/passkey-store.ts';
import type { PendingChange } from '../../enrolment/pending-change.ts';
import { AddPasskeyPage } from '../../portals/citizen/pages/add-passkey-page.tsx';
import {
  ContactCodePage,
  ContactsPage,
  NewContactPage,
} from '../../portals/citizen/pages/contacts-pages.tsx';
import { DataPage } from '../../portals/citizen/pages/data-page.tsx';
import { HomePage } from '../../portals/citizen/pages/home-page.tsx';
import { NoticesPage } from '../../portals/citizen/pages/notices-page.tsx';
import { PasskeysPage } from '../../portals/citizen/pages/passkeys-page.tsx';
import {
  RecoverChannelPage,
  RecoverIdentityPage,
  RecoverPage,
} from '../../portals/citizen/pages/recover-pages.tsx';
import {
  RecoverPasswordPage,
  RecoverWardPage,
} from '../../portals/citizen/pages/recover-password-pages.tsx';
import {
  DonePage,
  LockPage,
  NotMePage,
  NotMeSignedInPage,
  SignOutEverywherePage,
  UnlockPage,
} from '../../portals/citizen/pages/safety-pages.tsx';
import { translator } from '../../web/i18n/translator.ts';
import type { PageContext } from '../../web/page-context.ts';
import { passkeyOptions, people, target } from './gallery-facts.ts';

const HOUR = 60 * 60_000;
const plain = (ctx: PageContext): PageContext => ({
  ...ctx,
  service: undefined,
  expiresAt: undefined,
});
const targetOf = (action: string) => ({ ...target, action });

function passkey(name: string, backupEligible: boolean, at: number): Passkey {
  return {
    id: `pk_${name.length}${backupEligible ? 's' : 'b'}`,
    accountId: 'acc_an',
    credentialId: 'c',
    publicKey: 'p',
    counter: 0,
    transports: [],
    aaguid: '',
    backupEligible,
    backedUp: backupEligible,
    attestationFormat: 'none',
    name,
    createdAt: at - 400 * HOUR,
    lastUsedAt: backupEligible ? undefined : at,
    removedAt: undefined,
  };
}

function change(kind: 'phone' | 'recovery', now: number): PendingChange {
  return {
    id: `chg_${kind}`,
    accountId: 'acc_an',
    kind,
    value: { contact: '+84912345678' },
    state: 'waiting',
    requestedAt: now,
    effectiveAt: now + 24 * HOUR,
    settledAt: undefined,
  };
}

const document = { type: 'identity_card', number: '099', expiry: '2032-05-17' } as const;

/** Pages about one's own account. */
export const accountSamples: Readonly<Record<string, (ctx: PageContext) => VNode>> = {
  'account-home': (ctx) => (
    <HomePage
      ctx={plain(ctx)}
      person={people.an}
      account={{ level: 2, document, residencePermit: undefined }}
      coolDownUntil={undefined}
      unread={2}
      changes={[change('phone', ctx.now ?? 0)]}
      cases={[
        {
          id: 'case_1',
          kind: 'citizen_level_2',
          status: 'running',
          applicantName: undefined,
          next: { by: 'authority', step: 'approved', at: (ctx.now ?? 0) + 72 * HOUR },
        },
      ]}
      wards={[
        { id: 'acc_khoi', name: 'Phạm Minh Khôi', as: 'child' },
        { id: 'acc_gom', name: 'Công ty TNHH Gốm Sen Việt', as: 'organisation' },
      ]}
      target={targetOf}
    />
  ),
  'account-home-cooling': (ctx) => (
    <HomePage
      ctx={plain(ctx)}
      person={people.binh}
      account={{ level: 1, document, residencePermit: undefined }}
      coolDownUntil={(ctx.now ?? 0) + 20 * HOUR}
      unread={0}
      changes={[]}
      cases={[]}
      wards={[]}
      target={targetOf}
    />
  ),
  'account-data': (ctx) => {
    const { t } = translator(ctx.locale);
    return (
      <DataPage
        ctx={plain(ctx)}
        groups={[
          { source: 'population', lines: [{ label: t('claim.name'), value: 'Nguyễn Văn An' }] },
          { source: 'civil', lines: [{ label: t('claim.birthdate'), value: '17/05/1990' }] },
          { source: 'you', lines: [{ label: t('contacts.phone'), value: '+84900000011' }] },
        ]}
      />
    );
  },
  'account-contacts': (ctx) => (
    <ContactsPage
      ctx={plain(ctx)}
      phone="+84900000011"
      email="an.nguyen@example.vn"
      language={{ target, chosen: 'vi' }}
    />
  ),
  'account-contact-phone': (ctx) => (
    <NewContactPage
      ctx={plain(ctx)}
      target={target}
      kind="phone"
      value="12"
      problem={translator(ctx.locale).t('contacts.invalid-phone')}
    />
  ),
  'account-contact-code': (ctx) => (
    <ContactCodePage ctx={plain(ctx)} target={target} kind="phone" masked="•••••••678" />
  ),
  'account-passkeys': (ctx) => (
    <PasskeysPage
      ctx={plain(ctx)}
      passkeys={[
        passkey('Windows Hello', false, ctx.now ?? 0),
        passkey('Google Password Manager', true, ctx.now ?? 0),
      ]}
      used="pk_13b"
      most={10}
      target={targetOf}
    />
  ),
  'account-add-passkey': (ctx) => (
    <AddPasskeyPage ctx={plain(ctx)} target={target} options={passkeyOptions} />
  ),
  'account-notices': (ctx) => (
    <NoticesPage
      ctx={plain(ctx)}
      notices={[
        {
          id: 'ntc_1',
          accountId: 'acc_an',
          caseId: undefined,
          kind: 'contact_change_requested',
          parameters: { changed: 'phone', effectiveAt: (ctx.now ?? 0) + 24 * HOUR },
          createdAt: ctx.now ?? 0,
          readAt: undefined,
        },
        {
          id: 'ntc_2',
          accountId: 'acc_an',
          caseId: undefined,
          kind: 'passkey_added',
          parameters: { passkeyName: 'Windows Hello' },
          createdAt: (ctx.now ?? 0) - 400 * HOUR,
          readAt: ctx.now,
        },
      ]}
    />
  ),
  'account-lock': (ctx) => <LockPage ctx={plain(ctx)} target={target} hasPasskey />,
  'account-unlock': (ctx) => (
    <UnlockPage ctx={plain(ctx)} target={target} options={passkeyOptions} ceremony="c" />
  ),
  'account-not-me': (ctx) => <NotMeSignedInPage ctx={plain(ctx)} target={target} />,
  'account-everywhere': (ctx) => <SignOutEverywherePage ctx={plain(ctx)} target={target} />,
  'not-me': (ctx) => <NotMePage ctx={plain(ctx)} target={target} />,
  'not-me-done': (ctx) => {
    const { t } = translator(ctx.locale);
    return (
      <DonePage
        ctx={plain(ctx)}
        title={t('not-me.done-title')}
        text={t('not-me.done')}
        symbol="shield"
        back={{ href: '/recover', text: t('recover.home') }}
      >
        <p>{t('not-me.done-next')}</p>
      </DonePage>
    );
  },
  recover: (ctx) => <RecoverPage ctx={plain(ctx)} />,
  'recover-identity': (ctx) => <RecoverIdentityPage ctx={plain(ctx)} target={target} />,
  'recover-channel': (ctx) => (
    <RecoverChannelPage
      ctx={plain(ctx)}
      target={target}
      channels={[
        { channel: 'sms', masked: '•••••••011' },
        { channel: 'email', masked: 'a•••@example.vn' },
      ]}
    />
  ),
  'recover-password': (ctx) => (
    <RecoverPasswordPage ctx={plain(ctx)} target={target} masked="a•••@example.vn" />
  ),
  'recover-ward': (ctx) => (
    <RecoverWardPage ctx={plain(ctx)} target={target} name="Phạm Minh Khôi" />
  ),
};
