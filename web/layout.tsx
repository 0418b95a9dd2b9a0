import type { ComponentChildren } from 'preact';

import type { AssuranceAsk } from './assurance-ask.ts';
import { assetUrl } from './assets.ts';
import { ActingBanner } from './components/acting-banner.tsx';
import { ErrorSummary } from './components/error-summary.tsx';
import { Icon, type IconName } from './components/icon.tsx';
import { LotusMark } from './components/lotus-mark.tsx';
import type { Problem } from './components/problem.ts';
import { ServicePanel } from './components/service-panel.tsx';
import { SessionTimer } from './components/session-timer.tsx';
import { SiteFooter } from './components/site-footer.tsx';
import { SiteHeader } from './components/site-header.tsx';
import { translator } from './i18n/translator.ts';
import type { FormTarget, PageContext } from './page-context.ts';
import { scriptsInOrder, type ScriptName } from './scripts.ts';

export interface LayoutProps {
  readonly ctx: PageContext;
  /** Title of the document and the one `h1`. */
  readonly title: string;
  /** Above the title: where in a sequence of pages this one stands. */
  readonly caption?: string;
  readonly lead?: ComponentChildren;
  /** Drawn above the title of pages that report a state. */
  readonly symbol?: IconName | undefined;
  readonly problems?: readonly Problem[];
  readonly ask?: AssuranceAsk | undefined;
  /** Where the page's forms post; with `ctx.expiresAt` it brings the time warning. */
  readonly target?: FormTarget | undefined;
  readonly scripts?: readonly ScriptName[];
  /** Title and lead on a coloured field, with the mark: for the front door. */
  readonly hero?: boolean;
  /** `reading`: one column of text; `wide`: room for more beside each other. */
  readonly width?: 'reading' | 'wide';
  /** Between header and page: of the site the person is signed in to. */
  readonly bar?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The whole document: everything a page has besides its own matter. */
export function Layout(props: LayoutProps) {
  const { ctx, title, problems = [], width = 'reading' } = props;
  const words = translator(ctx.locale);
  const { service } = ctx;
  const shown = problems.length > 0 ? words.t('problem.page-title', { title }) : title;
  return (
    <html lang={ctx.locale}>
      <Head title={`${shown} – SenID`} />
      <body class="sen-body">
        <a href="#main" class="govuk-skip-link">
          {words.t('skip.main')}
        </a>
        {ctx.sandbox === true ? <p class="sen-ribbon">{words.t('sandbox.ribbon')}</p> : null}
        <SiteHeader translator={words} path={ctx.path} />
        {props.bar}
        {ctx.acting === undefined ? null : (
          <ActingBanner translator={words} acting={ctx.acting} target={props.target} />
        )}
        <div class={`sen-shell sen-shell--${service === undefined ? width : 'journey'}`}>
          {service === undefined ? null : (
            <ServicePanel
              translator={words}
              service={service}
              ask={props.ask}
              acting={ctx.acting}
            />
          )}
          <Main {...props} problems={problems} />
        </div>
        <SiteFooter translator={words} requestId={ctx.requestId} />
        <Scripts {...props} />
      </body>
    </html>
  );
}

function Head({ title }: { readonly title: string }) {
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#f5f7f4" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#0e1714" media="(prefers-color-scheme: dark)" />
      <meta name="robots" content="noindex" />
      <meta name="format-detection" content="telephone=no" />
      {['vietnamese', 'latin'].map((subset) => (
        <link
          key={subset}
          rel="preload"
          as="font"
          type="font/woff2"
          crossorigin="anonymous"
          href={assetUrl(`fonts/be-vietnam-pro-${subset}-400-normal.woff2`)}
        />
      ))}
      <link rel="stylesheet" href={assetUrl('senid.css')} />
      <link rel="icon" type="image/svg+xml" href={assetUrl('lotus.svg')} />
    </head>
  );
}

function Main(props: LayoutProps & { readonly problems: readonly Problem[] }) {
  const { ctx, caption, title, lead, symbol, problems, target, children } = props;
  const words = translator(ctx.locale);
  return (
    <main class="sen-main" id="main" tabIndex={-1}>
      <ErrorSummary translator={words} problems={problems} />
      {symbol === undefined ? null : (
        <span class="sen-symbol">
          <Icon name={symbol} />
        </span>
      )}
      <div class={props.hero === true ? 'sen-hero' : undefined}>
        {caption === undefined ? null : <p class="sen-caption">{caption}</p>}
        <h1 class="sen-title">{title}</h1>
        {lead === undefined ? null : <p class="sen-lead">{lead}</p>}
        {props.hero === true ? <LotusMark /> : null}
      </div>
      {children}
      {ctx.expiresAt === undefined || target === undefined ? null : (
        <SessionTimer translator={words} ctx={ctx} expiresAt={ctx.expiresAt} target={target} />
      )}
    </main>
  );
}

function Scripts({ ctx, target, scripts = [] }: LayoutProps) {
  const timed = ctx.expiresAt !== undefined && target !== undefined;
  const wanted: readonly ScriptName[] = timed ? [...scripts, 'session-timeout'] : scripts;
  return (
    <>
      {scriptsInOrder(wanted).map((file) => (
        <script key={file} type="module" src={assetUrl(file)} nonce={ctx.nonce} />
      ))}
    </>
  );
}
