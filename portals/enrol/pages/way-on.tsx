import { backLabel } from '../../../web/components/back-to-service.tsx';
import { translator } from '../../../web/i18n/translator.ts';
import type { PageContext } from '../../../web/page-context.ts';
import { safeUrl } from '../../../web/safe-url.ts';

/** Back to the service the person came from, where it is known; the front page otherwise. */
export function WayOn({ ctx }: { readonly ctx: PageContext }) {
  const words = translator(ctx.locale);
  const home = safeUrl(ctx.service?.homeUri);
  if (home === undefined) {
    return (
      <p>
        <a id="home" href="/">
          {words.t('enrol.home')}
        </a>
      </p>
    );
  }
  return (
    <a class="sen-button sen-button--primary" id="back-to-service" href={home}>
      <span>{backLabel(words, ctx.service)}</span>
    </a>
  );
}
