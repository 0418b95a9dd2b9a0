import type { AssuranceWord } from '../assurance-ask.ts';
import type { Translator } from '../i18n/translator.ts';
import { Icon } from './icon.tsx';

interface AssuranceBadgeProps {
  readonly translator: Translator;
  readonly level: AssuranceWord;
}

/** What the relying party asks for. */
export function AssuranceBadge({ translator, level }: AssuranceBadgeProps) {
  return (
    <span class={`sen-badge sen-badge--${level}`}>
      <Icon name="shield" />
      {translator.t(`level.${level}`)}
    </span>
  );
}

interface AccountLevelBadgeProps {
  readonly translator: Translator;
  readonly level: 1 | 2;
}

/** What the account is. Never merged with the above: they are different scales. */
export function AccountLevelBadge({ translator, level }: AccountLevelBadgeProps) {
  return (
    <span class={`sen-badge sen-badge--account-${level}`}>
      {translator.t(`level.account-${level}`)}
    </span>
  );
}
