import type { NotTaken, StepOutcome } from '../../enrolment/cases/cases.ts';
import { articleText } from '../../web/i18n/article-text.ts';
import type { Translator } from '../../web/i18n/translator.ts';
import { namesOf } from './case-people.ts';
import type { OfficerServices } from './officer-visit.tsx';

type Told = Exclude<StepOutcome | NotTaken, { kind: 'taken' | 'invalid' | 'not_found' }>;

/** What an officer is told when nothing was written, sentence by sentence. */
export async function warningOf(
  outcome: Told,
  words: Translator,
  services: Pick<OfficerServices, 'accounts' | 'staff'>,
): Promise<readonly string[]> {
  const { t, locale } = words;
  switch (outcome.kind) {
    case 'outdated': {
      const nameOf = await namesOf([outcome.actor], services, words);
      return [
        t('officer.outdated', {
          name: nameOf(outcome.actor),
          step: t(`case-step.${outcome.step}`),
          time: words.dateTime(outcome.at),
        }),
      ];
    }
    case 'not_allowed':
      return [t(`case-why-not.${outcome.whyNot}`), t('officer.nothing-written')];
    case 'not_eligible': {
      const { reason, article } = outcome.refusal;
      return [
        `${t(`case-refusal.${reason}`)} (${articleText(locale, article)})`,
        t(`case-way-on.${reason}`),
      ];
    }
    case 'unknown_for_now':
      return [t('case-unknown-for-now', { system: t(`case-system.${outcome.system}`) })];
    default:
      return outcome satisfies never;
  }
}
