import { backLabel } from '../../../web/components/back-to-service.tsx';
import type { Translator } from '../../../web/i18n/translator.ts';
import type { ServiceFacts } from '../../../web/page-context.ts';
import { safeUrl } from '../../../web/safe-url.ts';

interface WayOnProps {
  readonly translator: Translator;
  /** Where the person came from, if it is known. */
  readonly service: ServiceFacts | undefined;
  readonly kind?: 'primary' | 'secondary';
}

/** Back to the service the person came from; the front page where there was none. */
export function WayOn({ translator, service, kind = 'primary' }: WayOnProps) {
  const home = safeUrl(service?.homeUri);
  if (home === undefined) {
    return (
      <p>
        <a id="home" href="/">
          {translator.t('enrol.home')}
        </a>
      </p>
    );
  }
  return (
    <a class={`sen-button sen-button--${kind}`} id="back-to-service" href={home}>
      <span>{backLabel(translator, service)}</span>
    </a>
  );
}
