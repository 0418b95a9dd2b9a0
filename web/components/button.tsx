import type { ComponentChildren } from 'preact';

import { Icon, type IconName } from './icon.tsx';

export interface ButtonProps {
  /** Name and id: what the server, the scripts and outsiders' tests know the button by. */
  readonly name: string;
  /** Where several buttons of a page have one name. */
  readonly id?: string;
  readonly kind?: 'primary' | 'secondary' | 'quiet';
  readonly icon?: IconName;
  readonly children: ComponentChildren;
}

export function Button({ name, id = name, kind = 'primary', icon, children }: ButtonProps) {
  return (
    <button type="submit" name={name} id={id} value="1" class={`sen-button sen-button--${kind}`}>
      {icon === undefined ? null : <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}
