import type { Translator } from '../i18n/translator.ts';
import { Icon } from './icon.tsx';
import { AccountLevelBadge } from './level-badge.tsx';

/** The signed-in person, as shown to whoever sits at the screen. */
export interface PersonFacts {
  readonly name: string;
  /** Only the last digits, e.g. `•••••••••011`: the first ones carry sex, year and place of birth. */
  readonly maskedIdentifier: string;
  /** Undefined for organisations, whose accounts have none. */
  readonly level: 1 | 2 | undefined;
  /** Epoch ms of the login that the session rests on. */
  readonly signedInAt?: number | undefined;
}

interface PersonCardProps {
  readonly translator: Translator;
  readonly person: PersonFacts;
}

export function PersonCard({ translator, person }: PersonCardProps) {
  const { t } = translator;
  return (
    <div class="sen-person">
      <span class="sen-person__portrait" aria-hidden="true">
        {person.level === undefined ? <Icon name="building" /> : initialOf(person.name)}
      </span>
      <div>
        <p class="sen-person__name">{person.name}</p>
        <p class="sen-person__detail">
          {t('person.identifier', { masked: person.maskedIdentifier })}
        </p>
        {person.signedInAt === undefined ? null : (
          <p class="sen-person__detail">
            {t('person.signed-in-at', { time: translator.dateTime(person.signedInAt) })}
          </p>
        )}
        {person.level === undefined ? null : (
          <AccountLevelBadge translator={translator} level={person.level} />
        )}
      </div>
    </div>
  );
}

/** Vietnamese names end with the name a person is called by. */
function initialOf(name: string): string {
  const called = name.trim().split(/\s+/).at(-1) ?? '';
  return [...called][0]?.toUpperCase() ?? '·';
}
