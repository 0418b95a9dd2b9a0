import type { CaseView } from '../../../enrolment/cases/case-view.ts';
import { ClaimList, type ClaimLine } from '../../../web/components/claim-list.tsx';
import { countryName } from '../../../web/i18n/country-name.ts';
import type { Translator } from '../../../web/i18n/translator.ts';

interface ApplicantFactsProps {
  readonly translator: Translator;
  readonly view: CaseView;
}

/** From the register: read here, typed nowhere. */
export function ApplicantFacts({ translator, view }: ApplicantFactsProps) {
  const { t } = translator;
  return (
    <section aria-labelledby="applicant">
      <h2 class="sen-heading" id="applicant">
        {t('officer.applicant')}
      </h2>
      <p class="sen-fine">{t('officer.applicant-source')}</p>
      <ClaimList lines={linesOf(translator, view)} />
    </section>
  );
}

export function linesOf(words: Translator, view: CaseView): readonly ClaimLine[] {
  const { t, calendarDate, list, locale } = words;
  const { applicant, contact, asked, guardian, biometrics } = view;
  const { request } = applicant;
  const line = (label: string, value: string | undefined): readonly ClaimLine[] =>
    value === undefined || value === '' ? [] : [{ label, value }];
  const match = (sample: 'face' | 'fingerprints') => {
    const outcome = biometrics[sample];
    return outcome && t(`case-outcome.${outcome}`);
  };
  return [
    ...line(t('case-field.name'), applicant.name),
    ...line(t('case-field.number'), applicant.number),
    ...line(t('case-field.passport'), isListed(applicant) ? undefined : applicant.passport),
    ...line(t('case-field.birthdate'), applicant.birthdate && calendarDate(applicant.birthdate)),
    ...line(t('case-field.sex'), applicant.sex && t(`officer.sex-${applicant.sex}`)),
    ...line(
      t('case-field.nationality'),
      list(applicant.nationalities.map((code) => countryName(locale, code))),
    ),
    ...applicant.documents.flatMap(({ type, number, expiry }) =>
      line(
        t(`officer.document-${type}`),
        t('officer.document-until', { number, date: calendarDate(expiry) }),
      ),
    ),
    ...line(t('officer.guardian'), guardian?.name),
    ...line(t('case-field.phone'), contact.phone),
    ...line(t('case-field.email'), contact.email),
    ...line(t('case-field.card_application_number'), asked.cardApplicationNumber),
    ...line(t('case-field.documents_to_integrate'), asked.documentsToIntegrate),
    ...line(t('case-field.face'), match('face')),
    ...line(t('case-field.fingerprints'), match('fingerprints')),
    ...line(t('case-field.agency'), request?.agency),
    ...line(t('case-field.document_number'), request?.documentNumber),
    ...line(t('case-field.document_date'), request && calendarDate(request.documentDate)),
  ];
}

/** The passport the application names is among the documents, with its last day. */
function isListed({ passport, documents }: CaseView['applicant']): boolean {
  return documents.some(({ number }) => number === passport);
}
