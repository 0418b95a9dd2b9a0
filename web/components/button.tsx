import type { ComponentChildren } from 'preact';

import { Icon, type IconName } from './icon.tsx';

export interface ButtonProps {
  /** Name and id: what the server, the scripts and outsiders' tests know the button by. */
  readonly name: string;
  readonly kind?: 'primary' | 'secondary' | 'quiet';
  readonly icon?: IconName;
  readonly children: ComponentChildren;
}

export function Button({ name, kind = 'primary', icon, children }: ButtonProps) {
  return (
    <button type="submit" name={name} id={name} value="1" class={`sen-button sen-button--${kind}`}>
      {icon === undefined ? null : <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}
