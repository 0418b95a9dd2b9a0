import type { ComponentChildren } from 'preact';

import { Icon, type IconName } from '../components/icon.tsx';
import { translator, type Translator } from '../i18n/translator.ts';
import { Layout } from '../layout.tsx';
import type { PageContext } from '../page-context.ts';
import { safeUrl } from '../safe-url.ts';

export interface SampleService {
  readonly name: string;
  readonly uri: string;
}

export interface HomePageProps {
  readonly ctx: PageContext;
  readonly discoveryUri: string;
  /** Only in the sandbox. */
  readonly sandbox?:
    | {
        readonly samples: readonly SampleService[];
        readonly personasHref: string;
        readonly outboxHref: string;
      }
    | undefined;
}

export function HomePage({ ctx, discoveryUri, sandbox }: HomePageProps) {
  const words = translator(ctx.locale);
  const { t } = words;
  return (
    <Layout ctx={ctx} title={t('home.title')} lead={t('home.lead')} width="wide" hero>
      <ul class="sen-points">
        <Point icon="person" title={t('home.point-choice')} text={t('home.point-choice-text')} />
        <Point icon="key" title={t('home.point-safe')} text={t('home.point-safe-text')} />
        <Point icon="shield" title={t('home.point-private')} text={t('home.point-private-text')} />
      </ul>
      <section class="sen-section">
        <h2 class="sen-heading">{t('home.how')}</h2>
        <p>{t('home.how-text')}</p>
      </section>
      <ul class="sen-points">
        <Doors title={t('home.with-account')}>
          <Door href="/account">{t('account.title')}</Door>
          <Door href="/approvals" hint={t('approvals.home-text')}>
            {t('approvals.home')}
          </Door>
          <Door href="/recover">{t('recover.home')}</Door>
          <Door href="/not-me">{t('not-me.title')}</Door>
        </Doors>
        <Doors title={t('home.without-account')}>
          <Door href="/enrol" hint={t('home.enrol-text')} id="enrol">
            {t('home.enrol')}
          </Door>
          <Door href="/application">{t('home.application')}</Door>
          <Door href="/activate">{t('home.activate')}</Door>
        </Doors>
      </ul>
      {sandbox === undefined ? null : <TryIt translator={words} {...sandbox} />}
      <section class="sen-section">
        <h2 class="sen-heading">{t('home.developers')}</h2>
        <p>
          <a href={discoveryUri}>{t('home.discovery')}</a>
        </p>
      </section>
    </Layout>
  );
}

function Point({
  icon,
  title,
  text,
}: {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
}) {
  return (
    <li class="sen-point">
      <Icon name={icon} />
      <h2 class="sen-heading">{title}</h2>
      <p>{text}</p>
    </li>
  );
}

function Doors({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  return (
    <li class="sen-card">
      <h2 class="sen-heading">{title}</h2>
      <ul class="sen-links">{children}</ul>
    </li>
  );
}

interface DoorProps {
  readonly href: string;
  readonly hint?: string;
  readonly id?: string;
  readonly children: string;
}

function Door({ href, hint, id, children }: DoorProps) {
  return (
    <li>
      <a id={id} href={href}>
        {children}
      </a>
      {hint === undefined ? null : <p class="sen-fine">{hint}</p>}
    </li>
  );
}

interface TryItProps {
  readonly translator: Translator;
  readonly samples: readonly SampleService[];
  readonly personasHref: string;
  readonly outboxHref: string;
}

function TryIt({ translator: { t }, samples, personasHref, outboxHref }: TryItProps) {
  return (
    <section class="sen-section sen-try">
      <h2 class="sen-heading">{t('home.try')}</h2>
      <p>{t('home.try-text')}</p>
      <ul class="sen-samples">
        {samples.map(({ name, uri }) => (
          <li key={uri}>
            <a href={safeUrl(uri) ?? '#main'}>{name}</a>
          </li>
        ))}
      </ul>
      <p>
        <a href={personasHref}>{t('home.personas')}</a>
      </p>
      <p>
        <a href={outboxHref}>{t('home.outbox')}</a>
      </p>
    </section>
  );
}
