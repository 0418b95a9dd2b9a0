import { translator } from '../../../web/i18n/translator.ts';
import { Layout } from '../../../web/layout.tsx';
import type { PageContext } from '../../../web/page-context.ts';
import type { SignInFailure } from '../sign-in.ts';

interface NotSignedInPageProps {
  readonly ctx: PageContext;
  readonly failure: SignInFailure;
  /** Where one begins anew. */
  readonly home: string;
}

/** Somebody came back from signing in, and is not signed in. */
export function NotSignedInPage({ ctx, failure, home }: NotSignedInPageProps) {
  const { t } = translator(ctx.locale);
  return (
    <Layout
      ctx={ctx}
      title={t('portal.not-signed-in')}
      lead={t(`portal.not-signed-in-${failure}`)}
      symbol={failure === 'gone' ? 'clock' : 'lock'}
    >
      <p>{t(failure === 'level' ? 'portal.level-next' : 'portal.again-next')}</p>
      <a class="sen-button sen-button--primary" id="again" href={home}>
        <span>{t('portal.again')}</span>
      </a>
    </Layout>
  );
}
