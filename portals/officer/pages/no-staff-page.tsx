import { PortalBar } from '../../../web/components/portal-bar.tsx';
import { translator } from '../../../web/i18n/translator.ts';
import { Layout } from '../../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../../web/page-context.ts';

interface NoStaffPageProps {
  readonly ctx: PageContext;
  readonly person: string;
  readonly signOut: FormTarget;
}

/** Signed in, and working nowhere. */
export function NoStaffPage({ ctx, person, signOut }: NoStaffPageProps) {
  const words = translator(ctx.locale);
  const { t } = words;
  const bar = (
    <PortalBar
      translator={words}
      title={t('officer.title')}
      home="/officer"
      person={person}
      links={[]}
      signOut={signOut}
    />
  );
  return (
    <Layout
      ctx={ctx}
      title={t('officer.no-staff')}
      lead={t('officer.no-staff-what')}
      symbol="people"
      bar={bar}
    >
      <p>{t('officer.no-staff-next')}</p>
      <a class="sen-button sen-button--secondary" id="home" href="/">
        <span>{t('officer.to-front')}</span>
      </a>
    </Layout>
  );
}
