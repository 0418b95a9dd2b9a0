import type { ComponentChildren } from 'preact';

import type { IconName } from '../../../web/components/icon.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import type { Problem } from '../../../web/components/problem.ts';
import { translator } from '../../../web/i18n/translator.ts';
import { Layout } from '../../../web/layout.tsx';
import type { PageContext } from '../../../web/page-context.ts';
import type { ScriptName } from '../../../web/scripts.ts';

interface AccountFrameProps {
  readonly ctx: PageContext;
  readonly title: string;
  readonly lead?: string | undefined;
  readonly symbol?: IconName | undefined;
  /** What just happened. */
  readonly done?: string | undefined;
  readonly problems?: readonly Problem[];
  readonly scripts?: readonly ScriptName[];
  /** Where one goes back to; the first page of the account unless it is said. */
  readonly back?: { readonly href: string; readonly text: string } | undefined;
  readonly children?: ComponentChildren;
}

/** A page about one's own account, with its way back. */
export function AccountFrame({ ctx, done, back, children, ...rest }: AccountFrameProps) {
  const { t } = translator(ctx.locale);
  const { href, text } = back ?? { href: '/account', text: t('account.back') };
  return (
    <Layout ctx={ctx} {...rest}>
      {done === undefined ? null : (
        <Notice kind="success" icon="check" role="status">
          {done}
        </Notice>
      )}
      {children}
      <p>
        <a href={href}>{text}</a>
      </p>
    </Layout>
  );
}
