import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { SummaryList, type SummaryLine } from '../../../web/components/summary-list.tsx';
import { countryName } from '../../../web/i18n/country-name.ts';
import { translator, type Translator } from '../../../web/i18n/translator.ts';
import { questionHref } from '../addresses.ts';
import type { Application, Question } from '../application-state.ts';
import { QuestionFrame, type QuestionProps } from './question-frame.tsx';

export interface CheckPageProps extends QuestionProps {
  readonly application: Application;
}

/** All that was answered, each with a way to change it, and what one agrees to. Button: `continue`. */
export function CheckPage(props: CheckPageProps) {
  const { ctx, target, application } = props;
  const words = translator(ctx.locale);
  const { t } = words;
  const { who = 'citizen' } = application;
  return (
    <QuestionFrame {...props} step={6} title={t('enrol.check.title')}>
      <SummaryList translator={words} lines={linesOf(words, application)} />
      <section class="sen-section">
        <h2 class="sen-heading">{t('enrol.check.consent')}</h2>
        <ul class="sen-plain-list">
          <li>{t(`enrol.check.consent-data-${who}`)}</li>
          <li>{t('enrol.check.consent-why')}</li>
          <li>{t('enrol.check.consent-keep')}</li>
        </ul>
      </section>
      <Form target={target}>
        <Button name="continue">{t('enrol.check.agree')}</Button>
      </Form>
    </QuestionFrame>
  );
}

function linesOf(words: Translator, application: Application): readonly SummaryLine[] {
  const { t } = words;
  const { who = 'citizen', number, phone, email, details } = application;
  const line = (label: string, value: string, question: Question): SummaryLine => ({
    label,
    value,
    changeHref: questionHref(question),
  });
  const contact = (given: Application['phone']) =>
    given === undefined || given === 'none'
      ? t('enrol.check.none')
      : t('enrol.check.proven', { contact: given.destination });
  return [
    line(t('enrol.check.who'), t(`enrol.check.who-${who}`), 'who'),
    line(numberLabel(words, number), number?.value ?? '', 'number'),
    line(t('enrol.check.phone'), contact(phone), 'phone'),
    line(t('enrol.check.email'), contact(email), 'email'),
    line(t('enrol.details.name'), details?.name ?? '', 'details'),
    line(t('enrol.details.birthdate'), words.calendarDate(details?.birthdate ?? ''), 'details'),
    line(t('enrol.details.sex'), t(`enrol.details.${details?.sex ?? 'male'}`), 'details'),
    ...(details?.nationality === undefined
      ? []
      : [
          line(
            t('enrol.details.nationality'),
            countryName(words.locale, details.nationality),
            'details',
          ),
        ]),
    { label: t('enrol.check.face'), value: t('enrol.check.face-next') },
  ];
}

function numberLabel({ t }: Translator, number: Application['number']): string {
  switch (number?.kind) {
    case 'passport':
      return t('enrol.check.passport');
    case 'foreigner_number':
      return t('enrol.check.foreigner-number');
    default:
      return t('enrol.number.citizen');
  }
}
