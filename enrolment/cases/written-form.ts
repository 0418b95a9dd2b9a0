import type { CaseSummary } from './case-summary.ts';
import type { StepInput } from './step-input.ts';

/** What an applicant wrote on the form becomes part of the case: all of it, and nothing of a form before. Pure. */
export function withForm(summary: CaseSummary, { values }: Pick<StepInput, 'values'>): CaseSummary {
  const form = {
    cardApplicationNumber: values.card_application_number,
    documentsToIntegrate: values.documents_to_integrate,
  };
  return {
    ...summary,
    contact: { phone: values.phone, email: values.email },
    asked: { ...summary.asked, ...form },
  };
}

/** As it was written: for who fills it in again. Pure. */
export function formOf({ contact, asked }: CaseSummary): StepInput['values'] {
  const written = {
    phone: contact.phone,
    email: contact.email,
    card_application_number: asked.cardApplicationNumber,
    documents_to_integrate: asked.documentsToIntegrate,
  };
  return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined));
}
