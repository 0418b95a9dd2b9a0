import { AssentPage } from '../../interactions/pages/assent-page.tsx';
import { CannotActPage } from '../../interactions/pages/cannot-act-page.tsx';
import { ChoosePersonPage } from '../../interactions/pages/choose-person-page.tsx';
import { ConsentPage } from '../../interactions/pages/consent-page.tsx';
import { TooYoungPage } from '../../interactions/pages/too-young-page.tsx';
import type { PageContext } from '../../web/page-context.ts';
import { consentGroups } from './gallery-consent.ts';
import { asks, people, target } from './gallery-facts.ts';
import type { Sample } from './gallery-samples.tsx';

const khoi = { name: 'Phạm Minh Khôi', level: 1, maskedIdentifier: '•••••••••079' } as const;
const company = {
  name: 'Công ty TNHH Gốm Sen Việt',
  level: undefined,
  maskedIdentifier: '•••••••095',
} as const;
const forKhoi = (ctx: PageContext): PageContext => ({
  ...ctx,
  acting: { name: khoi.name, prover: people.an.name, mayChange: true },
});
const wards = [
  { word: 'one', person: khoi, basis: 'parent', usable: true },
  { word: 'two', person: company, basis: 'legal_representative_of_organisation', usable: true },
  {
    word: 'three',
    person: { ...khoi, name: 'Phạm Minh Châu', maskedIdentifier: '•••••••••142' },
    basis: 'appointed_guardian',
    usable: false,
  },
] as const;

/** Of somebody who acts for another. */
export const actingSamples: Readonly<Record<string, Sample>> = {
  'choose-person': (ctx) => (
    <ChoosePersonPage
      ctx={ctx}
      target={target}
      ask={asks(ctx).low}
      self={people.an}
      wards={wards}
    />
  ),
  'choose-person-asked': (ctx) => (
    <ChoosePersonPage
      ctx={ctx}
      target={target}
      ask={asks(ctx).low}
      self={undefined}
      wards={wards.slice(0, 1)}
      gone={true}
    />
  ),
  'consent-for-ward': (ctx) => (
    <ConsentPage
      ctx={forKhoi(ctx)}
      target={target}
      ask={asks(ctx).low}
      {...consentGroups(ctx.locale)}
      childToo={true}
      rememberedUntil={Date.parse('2027-11-21T00:00:00Z')}
    />
  ),
  assent: (ctx) => (
    <AssentPage
      ctx={forKhoi(ctx)}
      target={target}
      child="Khôi"
      prover={people.an.name}
      groups={consentGroups(ctx.locale).required}
    />
  ),
  'cannot-act': (ctx) => (
    <CannotActPage
      ctx={forKhoi(ctx)}
      target={target}
      why="may_not_act"
      name={khoi.name}
      mayChange={true}
    />
  ),
  'cannot-act-ward-unusable': (ctx) => (
    <CannotActPage
      ctx={forKhoi(ctx)}
      target={target}
      why="ward_unusable"
      name={khoi.name}
      mayChange={false}
    />
  ),
  'too-young-not-here': (ctx) => <TooYoungPage ctx={ctx} target={target} guardianMay={false} />,
};
