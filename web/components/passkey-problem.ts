import type { Translator } from '../i18n/translator.ts';
import type { Problem } from './problem.ts';

/** Why a passkey ceremony ended without a result. */
export type PasskeyProblem =
  | 'cancelled'
  | 'failed'
  | 'unsupported'
  | 'unknown'
  | 'other-person'
  | 'not-device-bound'
  | 'not-verified'
  | 'already-registered';

/** `person` is the one who is logged in: the only name this may show. */
export function passkeyProblem(
  { t }: Translator,
  problem: PasskeyProblem,
  person: string,
): Problem {
  const text =
    problem === 'other-person'
      ? t('passkey.other-person', { name: person })
      : t(`passkey.${problem}`);
  return { text, field: 'use-passkey' };
}
