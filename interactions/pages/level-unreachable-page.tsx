import type { SubjectType } from '../../accounts/account.ts';
import type { AssuranceAsk } from '../../web/assurance-ask.ts';
import { BackToService, serviceName } from '../../web/components/back-to-service.tsx';
import { Notice } from '../../web/components/notice.tsx';
import { PersonCard, type PersonFacts } from '../../web/components/person-card.tsx';
import { Steps } from '../../web/components/steps.tsx';
import { translator, type Translator } from '../../web/i18n/translator.ts';
import { Layout } from '../../web/layout.tsx';
import type { FormTarget, PageContext } from '../../web/page-context.ts';

export interface LevelUnreachablePageProps {
  readonly ctx: PageContext;
  readonly target: FormTarget;
  readonly ask: AssuranceAsk;
  readonly person: PersonFacts;
  readonly subjectType: SubjectType;
  /**
   * `account`: level 1 where 2 is needed; `cool-down`: level 2, but recovered a moment ago; `biometric`: no match
   * against the State's record can be made.
   */
  readonly why: 'account' | 'cool-down' | 'biometric';
  /** Epoch ms, the end of a cool-down. */
  readonly until?: number | undefined;
}

/** Button: `continue`, which goes back to the service without a login. */
export function LevelUnreachablePage(props: LevelUnreachablePageProps) {
  const { ctx, target, ask, person, subjectType, why, until } = props;
  const words = translator(ctx.locale);
  const { t } = words;
  return (
    <Layout
      ctx={ctx}
      title={t(why === 'cool-down' ? 'unreachable.cool-down-title' : 'unreachable.title')}
      lead={t(`unreachable.${why}`, { service: serviceName(words, ctx.service) })}
      symbol="stairs"
      ask={ask}
      target={target}
    >
      <PersonCard translator={words} person={person} />
      {why === 'account' ? (
        <>
          <Steps title={t('unreachable.how')} steps={stepsFor(words, subjectType)} />
          <ul class="sen-links">
            <li>
              <a id="application" href="/application">
                {t('unreachable.apply')}
              </a>
            </li>
            <li>
              <a id="activate" href="/activate">
                {t('home.activate')}
              </a>
            </li>
          </ul>
        </>
      ) : (
        <p>{t(`unreachable.${why}-next`, { time: words.dateTime(until ?? 0) })}</p>
      )}
      <Notice icon="check">{t('unreachable.not-your-fault')}</Notice>
      <BackToService
        translator={words}
        target={target}
        service={ctx.service}
        name="continue"
        kind="primary"
      />
    </Layout>
  );
}

/** D69, Arts 10–13 (domain, section 1.5): another office, other papers and other days for foreigners. */
function stepsFor({ t }: Translator, subjectType: SubjectType): readonly string[] {
  const who = subjectType === 'foreigner' ? 'foreigner' : 'citizen';
  return [
    t(`unreachable.${who}-where`),
    t(`unreachable.${who}-bring`),
    t(`unreachable.${who}-form`),
    t(`unreachable.${who}-time`),
  ];
}
