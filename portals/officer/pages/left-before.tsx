import { Notice } from '../../../web/components/notice.tsx';
import type { Translator } from '../../../web/i18n/translator.ts';

/** Of a page with a form that somebody had left in the middle. */
export interface LeftBefore {
  /** Told above the form: somebody was quicker, a system does not answer, the law does not give it. */
  readonly warning?: readonly string[] | undefined;
  /** What was typed before the person had to prove who they are. */
  readonly restored?: boolean;
}

/** What became of what was typed here before. */
export function LeftBeforeNotices({
  translator: { t },
  warning = [],
  restored = false,
}: LeftBefore & { readonly translator: Translator }) {
  return (
    <>
      {warning.length === 0 ? null : (
        <Notice kind="warning" icon="alert" role="status">
          {warning.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </Notice>
      )}
      {restored ? (
        <Notice kind="success" icon="check" role="status">
          {t('officer.restored')}
        </Notice>
      ) : null}
    </>
  );
}
