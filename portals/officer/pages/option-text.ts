import {
  REFUSAL_REASONS,
  STEP_NAMES,
  type FieldName,
} from '../../../enrolment/cases/vocabulary.ts';
import type { Translator } from '../../../web/i18n/translator.ts';

/** Of what can be chosen in words; ids stay as they are. */
export function optionText({ t }: Translator, field: FieldName, value: string): string {
  const step = STEP_NAMES.find((name) => name === value);
  if (field === 'step' && step !== undefined) return t(`case-step.${step}`);
  const reason = REFUSAL_REASONS.find((name) => name === value);
  if (field === 'refusal_reason' && reason !== undefined) return t(`case-refusal.${reason}`);
  return value;
}
