import type { AssuranceAsk } from '../assurance-ask.ts';
import type { Translator } from '../i18n/translator.ts';
import type { ActingFacts, ServiceFacts } from '../page-context.ts';
import { safeUrl } from '../safe-url.ts';
import { Icon } from './icon.tsx';
import { AssuranceBadge } from './level-badge.tsx';

interface ServicePanelProps {
  readonly translator: Translator;
  readonly service: ServiceFacts;
  readonly ask?: AssuranceAsk | undefined;
  readonly acting?: ActingFacts | undefined;
}

/** Who asks: always in the same place, so that a stranger's name there is noticed. */
export function ServicePanel({ translator, service, ask, acting }: ServicePanelProps) {
  const { t } = translator;
  return (
    <aside class="sen-service" aria-label={t('asker.label')}>
      <p class="sen-service__label">{t('asker.label')}</p>
      <div class="sen-service__who">
        <ServiceLogo service={service} />
        <div>
          <p class="sen-service__name">{service.name}</p>
          <p class="sen-service__domain">
            <Where translator={translator} domain={service.domain} />
          </p>
        </div>
      </div>
      {acting === undefined ? null : (
        <p class="sen-service__acting">
          <Icon name="people" />
          <span>{t('acting.panel', { name: acting.name })}</span>
        </p>
      )}
      {ask === undefined ? null : <AssuranceBadge translator={translator} level={ask.level} />}
      <ul class="sen-service__promises">
        <li>{t('asker.promise-password')}</li>
        <li>{t('asker.promise-data')}</li>
        <li>{t('asker.promise-number')}</li>
      </ul>
    </aside>
  );
}

function Where({
  translator: { t },
  domain,
}: {
  readonly translator: Translator;
  readonly domain: string | undefined;
}) {
  if (domain === undefined) {
    return (
      <>
        <Icon name="phone" />
        {t('device.elsewhere')}
      </>
    );
  }
  return (
    <>
      <Icon name="lock" />
      <span class="govuk-visually-hidden">{t('asker.domain')} </span>
      {domain}
    </>
  );
}

function ServiceLogo({ service }: { readonly service: ServiceFacts }) {
  const logo = safeUrl(service.logoUri);
  return (
    <span class="sen-service__logo" aria-hidden="true">
      {logo === undefined ? (
        [...service.name][0]?.toUpperCase()
      ) : (
        <img src={logo} alt="" width="48" height="48" referrerpolicy="no-referrer" />
      )}
    </span>
  );
}
