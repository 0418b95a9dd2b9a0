import type { Account } from '../../../accounts/account.ts';
import type { CaseOverview } from '../../../enrolment/cases/case-view.ts';
import { maskedChange } from '../../../enrolment/keeping/contact-change.ts';
import type { PendingChange } from '../../../enrolment/pending-change.ts';
import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { PersonCard, type PersonFacts } from '../../../web/components/person-card.tsx';
import { translator, type Translator } from '../../../web/i18n/translator.ts';
import { Layout } from '../../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../../web/page-context.ts';
import { nextText } from '../../case-standing.tsx';

export interface WardLine {
  readonly id: string;
  readonly name: string;
  readonly as: 'child' | 'own' | 'represented' | 'organisation';
}

export interface HomePageProps {
  readonly ctx: PageContext;
  readonly person: PersonFacts;
  readonly account: Pick<Account, 'level' | 'document' | 'residencePermit'>;
  readonly coolDownUntil: number | undefined;
  readonly unread: number;
  readonly changes: readonly PendingChange[];
  readonly cases: readonly Pick<
    CaseOverview,
    'id' | 'kind' | 'status' | 'applicantName' | 'next'
  >[];
  readonly wards: readonly WardLine[];
  readonly target: (action: string) => FormTarget;
  readonly problem?: string | undefined;
  readonly done?: string | undefined;
}

type PartProps = HomePageProps & { readonly translator: Translator };

const documents = {
  identity_card: 'document.identity-card',
  passport: 'document.passport',
  residence_card: 'document.residence-card',
} as const;

/** Who one is at SenID, what waits, and everything one can do about it. */
export function HomePage(props: HomePageProps) {
  const { ctx, person, account, coolDownUntil, target } = props;
  const words = translator(ctx.locale);
  const { t } = words;
  return (
    <Layout ctx={ctx} title={t('account.title')}>
      <WhatHappened {...props} translator={words} />
      <PersonCard translator={words} person={person} />
      {coolDownUntil === undefined ? null : (
        <Notice kind="warning" icon="clock">
          {t('account.cooling-down', { until: words.dateTime(coolDownUntil) })}
        </Notice>
      )}
      <p>{t(`account.level-${account.level}-for`)}</p>
      <Waiting {...props} translator={words} />
      <Documents {...props} translator={words} />
      <Wards {...props} translator={words} />
      <h2 class="sen-heading">{t('account.safety')}</h2>
      <ul class="govuk-list">
        <Way href="/account/data" text={t('account.data-correct')} />
        <Way href="/account/contacts" text={t('account.contacts')} />
        <Way href="/account/passkeys" text={t('account.passkeys')} />
        <Way href="/account/sign-out-everywhere" text={t('account.sign-out-everywhere')} />
        <Way href="/account/not-me" text={t('account.not-me')} />
        <Way href="/account/lock" text={t('account.lock')} />
      </ul>
      <Form target={target('/account/sign-out')}>
        <Button name="sign-out" kind="secondary">
          {t('logout.confirm')}
        </Button>
      </Form>
    </Layout>
  );
}

function Way({ href, text }: { readonly href: string; readonly text: string }) {
  return (
    <li>
      <a id={href.split('/').at(-1)} href={href}>
        {text}
      </a>
    </li>
  );
}

function WhatHappened({ done, problem }: PartProps) {
  if (problem !== undefined) {
    return (
      <Notice kind="warning" icon="alert" role="status">
        {problem}
      </Notice>
    );
  }
  return done === undefined ? null : (
    <Notice kind="success" icon="check" role="status">
      {done}
    </Notice>
  );
}

function Documents({ account, translator: words }: PartProps) {
  const { t } = words;
  const held = [account.document, account.residencePermit].filter((each) => each !== undefined);
  if (held.length === 0) return null;
  return (
    <section class="sen-card">
      <h2 class="sen-card__title">{t('account.documents')}</h2>
      <ul class="govuk-list">
        {held.map(({ type, expiry }) => (
          <li key={type}>
            {t(documents[type])}: {t('account.valid-until', { date: words.calendarDate(expiry) })}
          </li>
        ))}
      </ul>
      <p class="sen-fine">{t('account.warned')}</p>
    </section>
  );
}

function Waiting({ translator: words, unread, changes, cases, target }: PartProps) {
  const { t } = words;
  return (
    <section class="sen-card">
      <h2 class="sen-card__title">{t('account.waiting')}</h2>
      {changes.length + cases.length === 0 ? <p>{t('account.waiting-none')}</p> : null}
      {cases.map(({ id, kind, status, applicantName, next }) => (
        <p key={id}>
          <a href={`/account/applications/${id}`}>{t(`case-kind.${kind}`)}</a>
          {applicantName === undefined ? '' : `, ${applicantName}`}. {t(`case-status.${status}`)}.{' '}
          {nextText(words, next)}
        </p>
      ))}
      {changes.map((change) => (
        <Form key={change.id} target={target(`/account/changes/${change.id}`)}>
          <p>{changeText(words, change)}</p>
          <Button name="call-off" id={`call-off-${change.kind}`} kind="secondary">
            {t('account.call-off')}
          </Button>
        </Form>
      ))}
      <ul class="govuk-list">
        <li>
          <a href="/account/notices">{t('account.notices')}</a> (
          {t('account.unread', { count: unread })})
        </li>
        <Way href="/approvals" text={t('approvals.home')} />
      </ul>
    </section>
  );
}

function changeText(words: Translator, change: PendingChange): string {
  const time = words.dateTime(change.effectiveAt);
  if (change.kind === 'recovery') return words.t('account.change-recovery', { time });
  return words.t(`account.change-${change.kind}`, { masked: maskedChange(change), time });
}

const wardWords = {
  child: 'account.ward-use',
  own: 'account.ward-own',
  represented: 'account.ward-represented',
  organisation: 'account.ward-organisation',
} as const;

function Wards({ translator: { t }, account, wards }: PartProps) {
  if (wards.length === 0 && account.level !== 2) return null;
  return (
    <section class="sen-card">
      <h2 class="sen-card__title">{t('account.wards')}</h2>
      {wards.map(({ id, name, as }) => (
        <div key={id}>
          <p>
            <strong>{name}</strong>. {t(wardWords[as])}{' '}
            {as === 'organisation' || as === 'child' ? null : (
              <a href={`/account/wards/${id}/recover`}>{t('account.ward-recover', { name })}</a>
            )}
          </p>
        </div>
      ))}
      <p>
        <a id="ward-apply" href="/account/wards/apply">
          {t('account.ward-apply')}
        </a>
      </p>
    </section>
  );
}
