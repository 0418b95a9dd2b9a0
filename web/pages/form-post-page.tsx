import { translator } from '../i18n/translator.ts';
import { Layout } from '../layout.tsx';
import type { PageContext } from '../page-context.ts';

export interface FormPostPageProps {
  readonly ctx: PageContext;
  /** The validated redirect URI. */
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Carries an answer to the relying party (OAuth 2.0 Form Post Response Mode, section 2): by itself, or by a press on the
 * button where there are no scripts. The button has no name: it must not become a parameter of the answer.
 */
export function FormPostPage({ ctx, action, fields }: FormPostPageProps) {
  const { t } = translator(ctx.locale);
  const name = ctx.service?.name;
  return (
    <Layout
      ctx={ctx}
      title={name === undefined ? t('form-post.title-plain') : t('form-post.title', { name })}
      lead={t('form-post.what')}
      scripts={['form-post']}
    >
      <form method="post" action={action} id="form-post">
        {Object.entries(fields).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        <button type="submit" id="continue" class="sen-button sen-button--primary">
          <span>{t('form-post.continue')}</span>
        </button>
      </form>
    </Layout>
  );
}
