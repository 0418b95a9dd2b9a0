import {
  REFUSAL_REASONS,
  STEP_NAMES,
  type FieldName,
} from '../../../enrolment/cases/vocabulary.ts';
import type { Translator } from '../../../web/i18n/translator.ts';
import type { OptionNames } from '../lock-words.ts';

/** Everything that can be chosen is said in words: by a text of its own, or by what this very thing is called. */
export function optionText(
  { t }: Translator,
  field: FieldName,
  value: string,
  names: OptionNames,
): string {
  const step = STEP_NAMES.find((name) => name === value);
  if (field === 'step' && step !== undefined) return t(`case-step.${step}`);
  const reason = REFUSAL_REASONS.find((name) => name === value);
  if (field === 'refusal_reason' && reason !== undefined) return t(`case-refusal.${reason}`);
  return names.get(value) ?? value;
}
