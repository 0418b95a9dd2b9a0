import type { ComponentChildren } from 'preact';

import type { FormTarget } from '../page-context.ts';

interface FormProps {
  readonly target: FormTarget;
  readonly class?: string;
  readonly id?: string;
  readonly children: ComponentChildren;
}

/** A plain POST with the token. The server checks every field, so the browser's own bubbles are off. */
export function Form({ target, children, ...attributes }: FormProps) {
  return (
    <form method="post" action={target.action} noValidate {...attributes}>
      <input type="hidden" name="csrf" value={target.csrf} />
      {children}
    </form>
  );
}
