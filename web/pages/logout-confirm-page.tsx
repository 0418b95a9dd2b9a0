import { Button } from '../components/button.tsx';
import { translator } from '../i18n/translator.ts';
import { Layout } from '../layout.tsx';
import type { PageContext } from '../page-context.ts';

export interface LogoutConfirmPageProps {
  readonly ctx: PageContext;
  /** Address of the provider's end-session confirmation. */
  readonly action: string;
  /** The library's own token for this form. */
  readonly xsrf: string;
}

/** Buttons: `continue` (posts `logout=yes`, which the library asks for), `cancel` (stays logged in). */
export function LogoutConfirmPage({ ctx, action, xsrf }: LogoutConfirmPageProps) {
  const { t } = translator(ctx.locale);
  return (
    <Layout ctx={ctx} title={t('logout.title')} lead={t('logout.what')}>
      <div class="sen-decision">
        <form method="post" action={action}>
          <input type="hidden" name="xsrf" value={xsrf} />
          <input type="hidden" name="logout" value="yes" />
          <Button name="continue">{t('logout.confirm')}</Button>
        </form>
        <form method="post" action={action}>
          <input type="hidden" name="xsrf" value={xsrf} />
          <Button name="cancel" kind="secondary">
            {t('logout.stay')}
          </Button>
        </form>
      </div>
    </Layout>
  );
}
