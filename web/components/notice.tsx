import type { ComponentChildren } from 'preact';

import { Icon, type IconName } from './icon.tsx';

interface NoticeProps {
  readonly kind?: 'info' | 'warning' | 'success';
  readonly icon: IconName;
  readonly role?: 'status';
  readonly children: ComponentChildren;
}

/** A remark beside the main matter: icon and text, on a tint. */
export function Notice({ kind = 'info', icon, role, children }: NoticeProps) {
  return (
    <div class={`sen-notice sen-notice--${kind}`} {...(role === undefined ? {} : { role })}>
      <Icon name={icon} />
      <div>{children}</div>
    </div>
  );
}
