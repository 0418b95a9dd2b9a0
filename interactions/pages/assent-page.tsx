import type { ConsentGroup } from './consent-group.ts';
import { describeClaims } from './describe-claims.ts';
import { serviceName } from '../../web/components/back-to-service.tsx';
import { Button } from '../../web/components/button.tsx';
import { ClaimList } from '../../web/components/claim-list.tsx';
import { Form } from '../../web/components/form.tsx';
import { Notice } from '../../web/components/notice.tsx';
import { scopeTitle } from '../../web/i18n/scope-title.ts';
import { translator, type Translator } from '../../web/i18n/translator.ts';
import { Layout } from '../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../web/page-context.ts';

export interface AssentPageProps {
  readonly ctx: PageContext;
  readonly target: FormTarget;
  /** The name the child is called by. */
  readonly child: string;
  /** Who acts for the child. */
  readonly prover: string;
  /** What the guardian agreed to. */
  readonly groups: readonly ConsentGroup[];
}

/** For a child of 7 and more, in simple words (PDPL, Art. 24). Buttons: `continue` (yes), `cancel` (no), of equal weight. */
export function AssentPage({ ctx, target, child, prover, groups }: AssentPageProps) {
  const words = translator(ctx.locale);
  const { t } = words;
  const service = serviceName(words, ctx.service);
  return (
    <Layout
      ctx={ctx}
      title={t('assent.title', { name: child })}
      lead={t('assent.lead', { prover, service })}
      target={target}
    >
      <Notice icon="people">{t('assent.hand-over', { name: child })}</Notice>
      <p>{t(groups.length === 0 ? 'assent.what-nothing' : 'assent.what', { service })}</p>
      {groups.map((group) => (
        <Shared key={group.id} translator={words} group={group} />
      ))}
      <ul class="govuk-list govuk-list--bullet">
        <li>{t('assent.free')}</li>
        <li>{t('assent.no-means')}</li>
        <li>{t('assent.later', { prover })}</li>
      </ul>
      <Form target={target}>
        <div class="sen-decision">
          <Button name="continue" icon="check">
            {t('assent.yes')}
          </Button>
          <Button name="cancel" icon="cross">
            {t('assent.no')}
          </Button>
        </div>
      </Form>
    </Layout>
  );
}

function Shared({
  translator: words,
  group,
}: {
  readonly translator: Translator;
  readonly group: ConsentGroup;
}) {
  const lines = describeClaims(words, group.claims);
  return (
    <div class="sen-card">
      <h2 class="sen-card__title">{group.title ?? scopeTitle(words, group.id) ?? group.id}</h2>
      {lines.length === 0 ? (
        <p class="sen-card__purpose">{words.t('consent.nothing-held')}</p>
      ) : (
        <ClaimList lines={lines} />
      )}
    </div>
  );
}
