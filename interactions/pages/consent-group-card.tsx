import { ClaimList } from '../../web/components/claim-list.tsx';
import { Icon } from '../../web/components/icon.tsx';
import { scopeTitle } from '../../web/i18n/scope-title.ts';
import type { Translator } from '../../web/i18n/translator.ts';
import type { ConsentGroup } from './consent-group.ts';
import { describeClaims } from './describe-claims.ts';
import { visibleText } from './visible-text.ts';

interface GroupProps {
  readonly translator: Translator;
  readonly group: ConsentGroup;
}

export function RequiredGroup({ translator, group }: GroupProps) {
  return (
    <div class="sen-card">
      <h3 class="sen-card__title">{titleOf(translator, group)}</h3>
      <GroupBody translator={translator} group={group} />
    </div>
  );
}

/** Unticked: silence and ready ticks are no consent (domain, section 4.2). */
export function OptionalGroup({ translator, group }: GroupProps) {
  const id = `consent-${group.id}`;
  return (
    <div class="sen-card sen-card--choice">
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          type="checkbox"
          id={id}
          name="consent"
          value={group.id}
          aria-describedby={`${id}-body`}
        />
        <label class="govuk-label govuk-checkboxes__label sen-card__title" for={id}>
          {titleOf(translator, group)}
        </label>
      </div>
      <div id={`${id}-body`}>
        <GroupBody translator={translator} group={group} />
      </div>
    </div>
  );
}

function GroupBody({ translator, group }: GroupProps) {
  const { t, rich } = translator;
  const lines = describeClaims(translator, group.claims);
  return (
    <>
      {group.purpose === undefined ? null : (
        <p class="sen-card__purpose">
          {rich('consent.purpose', { purpose: <Foreign text={group.purpose} /> })}
        </p>
      )}
      {group.stated?.map((purpose) => (
        <p class="sen-card__purpose" key={purpose}>
          {rich('consent.stated-purpose', { purpose: <Foreign text={purpose} /> })}
        </p>
      ))}
      {group.id === 'offline_access' ? (
        <p class="sen-card__purpose">{t('scope.offline_access-hint')}</p>
      ) : lines.length === 0 ? (
        <p class="sen-card__purpose">{t('consent.nothing-held')}</p>
      ) : (
        <ClaimList lines={lines} />
      )}
      {group.sensitive === true ? (
        <p class="sen-card__sensitive">
          <Icon name="alert" />
          <span>{t('consent.sensitive')}</span>
        </p>
      ) : null}
    </>
  );
}

/** Not our words: isolated from the direction of ours, and nothing hidden in them. */
function Foreign({ text }: { readonly text: string }) {
  return <bdi>{visibleText(text)}</bdi>;
}

function titleOf(words: Translator, group: ConsentGroup): string {
  return group.title ?? scopeTitle(words, group.id) ?? group.id;
}
