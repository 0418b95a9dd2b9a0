import type { Translator } from '../i18n/translator.ts';
import { FieldFrame } from './field-frame.tsx';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

export interface ChoiceFieldProps {
  readonly translator: Translator;
  /** Also the id of the first choice: where the summary of problems leads. */
  readonly name: string;
  readonly legend: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly choices: readonly Choice[];
  readonly chosen?: string | undefined;
}

/** One of a few: radio buttons with room for a thumb. */
export function ChoiceField({ choices, chosen, ...frame }: ChoiceFieldProps) {
  const { name } = frame;
  return (
    <FieldFrame {...frame}>
      <div class="sen-choices">
        {choices.map(({ value, label, hint }, index) => {
          const id = index === 0 ? name : `${name}-${value}`;
          return (
            <div key={value} class="sen-choice">
              <input
                type="radio"
                id={id}
                name={name}
                value={value}
                checked={value === chosen}
                {...(hint === undefined ? {} : { 'aria-describedby': `${id}-says` })}
              />
              <label for={id}>{label}</label>
              {hint === undefined ? null : (
                <span id={`${id}-says`} class="sen-choice__hint">
                  {hint}
                </span>
              )}
            </div>
          );
        })}
      </div>
    </FieldFrame>
  );
}
