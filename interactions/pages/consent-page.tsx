import type { AssuranceAsk } from '../../web/assurance-ask.ts';
import { serviceName } from '../../web/components/back-to-service.tsx';
import { Button } from '../../web/components/button.tsx';
import { ClaimList, type ClaimLine } from '../../web/components/claim-list.tsx';
import { Form } from '../../web/components/form.tsx';
import { Notice } from '../../web/components/notice.tsx';
import { translator, type Translator } from '../../web/i18n/translator.ts';
import { Layout } from '../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../web/page-context.ts';
import { safeUrl } from '../../web/safe-url.ts';
import type { ConsentGroup } from './consent-group.ts';
import { OptionalGroup, RequiredGroup } from './consent-group-card.tsx';

export interface ConsentPageProps {
  readonly ctx: PageContext;
  readonly target: FormTarget;
  readonly ask?: AssuranceAsk | undefined;
  /** Without these there is no login. */
  readonly required: readonly ConsentGroup[];
  /** Each may be left unticked. */
  readonly optional: readonly ConsentGroup[];
  /** What comes along with verified information, when there is any. */
  readonly verification?: readonly ClaimLine[] | undefined;
  /** Epoch ms until which an answer is remembered; absent: for this login only. */
  readonly rememberedUntil?: number | undefined;
  /** Why a person who agreed before is asked again. */
  readonly again?: 'new-data' | 'expired' | 'requested' | undefined;
  /** A child whose data it is will be asked as well. */
  readonly childToo?: boolean | undefined;
  /** Where consents are withdrawn; absent: said in words only. */
  readonly withdrawUri?: string | undefined;
}

/** Buttons: `continue` (agree), `cancel` (decline), of equal weight. Checkboxes: `consent`, never ticked beforehand. */
export function ConsentPage(props: ConsentPageProps) {
  const { ctx, target, required, optional } = props;
  const words = translator(ctx.locale);
  const { t } = words;
  const service = serviceName(words, ctx.service);
  return (
    <Layout
      ctx={ctx}
      title={
        ctx.acting === undefined
          ? t('consent.title', { service })
          : t('consent.title-for', { service, name: ctx.acting.name })
      }
      lead={words.rich('consent.lead', {
        domain: <strong>{ctx.service?.domain ?? service}</strong>,
      })}
      ask={props.ask}
      target={target}
    >
      {ctx.acting === undefined ? null : (
        <ForWard translator={words} name={ctx.acting.name} childToo={props.childToo === true} />
      )}
      {props.again === undefined ? null : (
        <Notice icon="clock">{t(`consent.again-${props.again}`)}</Notice>
      )}
      <Form target={target}>
        <RequiredGroups translator={words} groups={required} />
        <OptionalGroups translator={words} groups={optional} />
        <Verification translator={words} lines={props.verification ?? []} />
        <Terms {...props} translator={words} />
        <div class="sen-decision">
          <Button name="continue" icon="check">
            {t('consent.agree')}
          </Button>
          <Button name="cancel" icon="cross">
            {t('consent.decline')}
          </Button>
        </div>
        <p class="sen-fine">{t('consent.refuse', { service })}</p>
      </Form>
    </Layout>
  );
}

interface ForWardProps {
  readonly translator: Translator;
  readonly name: string;
  readonly childToo: boolean;
}

function ForWard({ translator: { t }, name, childToo }: ForWardProps) {
  return (
    <Notice icon="people">
      <p>{t('consent.for', { name })}</p>
      {childToo ? <p>{t('consent.child-too', { name })}</p> : null}
    </Notice>
  );
}

interface GroupsProps {
  readonly translator: Translator;
  readonly groups: readonly ConsentGroup[];
}

function RequiredGroups({ translator: words, groups }: GroupsProps) {
  if (groups.length === 0) return null;
  return (
    <section class="sen-section">
      <h2 class="sen-heading">{words.t('consent.required')}</h2>
      {groups.map((group) => (
        <RequiredGroup key={group.id} translator={words} group={group} />
      ))}
    </section>
  );
}

function OptionalGroups({ translator: words, groups }: GroupsProps) {
  if (groups.length === 0) return null;
  return (
    <fieldset class="govuk-fieldset sen-section" aria-describedby="consent-optional-hint">
      <legend class="sen-heading">{words.t('consent.optional')}</legend>
      <p class="sen-fine" id="consent-optional-hint">
        {words.t('consent.optional-hint')}
      </p>
      <div class="govuk-checkboxes">
        {groups.map((group) => (
          <OptionalGroup key={group.id} translator={words} group={group} />
        ))}
      </div>
    </fieldset>
  );
}

interface VerificationProps {
  readonly translator: Translator;
  readonly lines: readonly ClaimLine[];
}

function Verification({ translator: { t }, lines }: VerificationProps) {
  if (lines.length === 0) return null;
  return (
    <section class="sen-section">
      <h2 class="sen-heading">{t('consent.verification')}</h2>
      <p class="sen-fine">{t('consent.verification-hint')}</p>
      <div class="sen-card">
        <ClaimList lines={lines} />
      </div>
    </section>
  );
}

function Terms({
  translator: words,
  rememberedUntil,
  withdrawUri,
}: ConsentPageProps & { readonly translator: Translator }) {
  const { t } = words;
  const withdraw = safeUrl(withdrawUri);
  return (
    <section class="sen-section sen-terms">
      <h2 class="sen-heading">{t('consent.terms')}</h2>
      <ul>
        <li>
          {rememberedUntil === undefined
            ? t('consent.once')
            : t('consent.remembered-until', { date: words.date(rememberedUntil) })}
        </li>
        <li>
          {t('consent.withdraw')}{' '}
          {withdraw === undefined ? null : <a href={withdraw}>{t('consent.withdraw-link')}</a>}
        </li>
      </ul>
    </section>
  );
}
