import { Notice } from '../../../web/components/notice.tsx';
import { PersonCard, type PersonFacts } from '../../../web/components/person-card.tsx';
import { translator } from '../../../web/i18n/translator.ts';
import { Layout } from '../../../web/layout.tsx';
import type { PageContext, ServiceFacts } from '../../../web/page-context.ts';
import { WayOn } from './way-on.tsx';

export interface ActivatedPageProps {
  readonly ctx: PageContext;
  readonly person: PersonFacts;
  readonly hasPasskey: boolean;
  /** Of whom the account is that somebody else uses with an account of their own; undefined for one's own. */
  readonly usedFor: 'ward' | 'organisation' | undefined;
  readonly passkeyHref: string;
  readonly service: ServiceFacts | undefined;
}

/** What the account can do now. Level 2 is told as such only once a passkey is there: without one it reaches nothing. */
export function ActivatedPage(props: ActivatedPageProps) {
  const { ctx, person, hasPasskey, usedFor, passkeyHref, service } = props;
  const words = translator(ctx.locale);
  const { t } = words;
  if (usedFor !== undefined) {
    return (
      <Layout
        ctx={ctx}
        title={t(`activate.${usedFor}-title`)}
        lead={t(`activate.${usedFor}-lead`, { name: person.name })}
        symbol="people"
      >
        <WayOn translator={words} service={service} />
      </Layout>
    );
  }
  const half = person.level === 2 && !hasPasskey;
  const title = half
    ? t('activate.half-title')
    : t(person.level === 2 ? 'activate.done-title-2' : 'activate.done-title-1');
  const lead = half
    ? t('activate.half-lead')
    : t(person.level === 2 ? 'activate.done-lead-2' : 'enrol.done.lead');
  return (
    <Layout ctx={ctx} title={title} lead={lead} symbol={half ? 'key' : 'check'}>
      {half ? null : <PersonCard translator={words} person={person} />}
      {hasPasskey ? (
        <Notice kind="success" icon="key">
          {t('enrol.done.passkey-made')}
        </Notice>
      ) : (
        <section class="sen-section">
          {half ? <p>{t('activate.half-way')}</p> : <p>{t('enrol.done.passkey-text')}</p>}
          <ul class="sen-links">
            <li>
              <a id="passkey-again" href={passkeyHref}>
                {t(half ? 'activate.try-passkey' : 'enrol.done.passkey-link')}
              </a>
            </li>
            <li>
              <a href="/account">{t('activate.half-account')}</a>
            </li>
          </ul>
        </section>
      )}
      {person.level === 1 ? <p>{t('enrol.done.level-2')}</p> : null}
      {service === undefined ? <p>{t('enrol.done.back-home')}</p> : null}
      <WayOn translator={words} service={service} />
    </Layout>
  );
}
