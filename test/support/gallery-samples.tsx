import type { VNode } from 'preact';

import { AddPasskeyPage } from '../../interactions/pages/add-passkey-page.tsx';
import { ChooseAccountPage } from '../../interactions/pages/choose-account-page.tsx';
import { ConsentPage } from '../../interactions/pages/consent-page.tsx';
import { ContinueAsPage } from '../../interactions/pages/continue-as-page.tsx';
import { describeVerification } from '../../interactions/pages/describe-verification.ts';
import { DocumentExpiredPage } from '../../interactions/pages/document-expired-page.tsx';
import { LevelUnreachablePage } from '../../interactions/pages/level-unreachable-page.tsx';
import { LockedPage } from '../../interactions/pages/locked-page.tsx';
import { NotActivatedPage } from '../../interactions/pages/not-activated-page.tsx';
import { OneTimeCodePage } from '../../interactions/pages/one-time-code-page.tsx';
import { SignInPage } from '../../interactions/pages/sign-in-page.tsx';
import { StepUpPage } from '../../interactions/pages/step-up-page.tsx';
import { TooYoungPage } from '../../interactions/pages/too-young-page.tsx';
import { translator } from '../../web/i18n/translator.ts';
import type { PageContext } from '../../web/page-context.ts';
import { actingSamples } from './gallery-acting-samples.tsx';
import { wardSamples } from './gallery-ward-samples.tsx';
import { consentGroups, verification, verifiedGroups } from './gallery-consent.ts';
import { asks, people, passkeyOptions, target } from './gallery-facts.ts';
import { enrolSamples } from './gallery-enrol-samples.tsx';
import { officerSamples } from './gallery-officer-samples.tsx';
import { siteSamples } from './gallery-site-samples.tsx';

/** One page in one state, as it would be in the language of the context. */
export type Sample = (ctx: PageContext) => VNode;

const journey: Readonly<Record<string, Sample>> = {
  'sign-in': (ctx) => (
    <SignInPage
      ctx={ctx}
      target={target}
      ask={asks(ctx).substantial}
      passkeyOptions={passkeyOptions}
      personasHref="/sandbox/personas"
    />
  ),
  'sign-in-wrong': (ctx) => (
    <SignInPage
      ctx={ctx}
      target={target}
      ask={asks(ctx).low}
      passkeyOptions={passkeyOptions}
      identifier="099090000011"
      problem={{ kind: 'wrong-credentials' }}
    />
  ),
  'sign-in-missing': (ctx) => (
    <SignInPage
      ctx={ctx}
      target={target}
      ask={asks(ctx).low}
      problem={{ kind: 'missing', fields: ['identifier', 'password'] }}
    />
  ),
  'sign-in-throttled': (ctx) => (
    <SignInPage
      ctx={ctx}
      target={target}
      ask={asks(ctx).low}
      passkeyOptions={passkeyOptions}
      problem={{ kind: 'throttled', waitSeconds: 280 }}
    />
  ),
  'continue-as': (ctx) => (
    <ContinueAsPage ctx={ctx} target={target} ask={asks(ctx).low} person={people.an} />
  ),
  'choose-account': (ctx) => (
    <ChooseAccountPage ctx={ctx} target={target} ask={asks(ctx).low} person={people.an} />
  ),
  'one-time-code': (ctx) => (
    <OneTimeCodePage
      ctx={ctx}
      target={target}
      ask={asks(ctx).low}
      channel="sms"
      maskedDestination="••• ••• 321"
      digits={6}
      outboxHref="/sandbox/outbox"
    />
  ),
  'one-time-code-wrong': (ctx) => (
    <OneTimeCodePage
      ctx={ctx}
      target={target}
      ask={asks(ctx).low}
      channel="email"
      maskedDestination="a•••@vidu.vn"
      digits={6}
      problem={{ kind: 'wrong', attemptsLeft: 2 }}
    />
  ),
  'step-up': (ctx) => (
    <StepUpPage
      ctx={ctx}
      target={target}
      ask={asks(ctx).substantial}
      person={people.an}
      passkeyOptions={passkeyOptions}
    />
  ),
  'step-up-none': (ctx) => (
    <StepUpPage
      ctx={ctx}
      target={target}
      ask={asks(ctx).substantial}
      person={people.an}
      passkeyOptions={undefined}
    />
  ),
  'step-up-other-person': (ctx) => (
    <StepUpPage
      ctx={ctx}
      target={target}
      ask={asks(ctx).high}
      person={people.an}
      passkeyOptions={passkeyOptions}
      problem="other-person"
    />
  ),
  'add-passkey': (ctx) => (
    <AddPasskeyPage
      ctx={ctx}
      target={target}
      ask={asks(ctx).substantial}
      personName={people.an.name}
      passkeyOptions={passkeyOptions}
    />
  ),
  'unreachable-citizen': (ctx) => (
    <LevelUnreachablePage
      ctx={ctx}
      target={target}
      ask={asks(ctx).substantial}
      person={people.binh}
      subjectType="citizen"
      why="account"
    />
  ),
  'unreachable-foreigner': (ctx) => (
    <LevelUnreachablePage
      ctx={ctx}
      target={target}
      ask={asks(ctx).substantial}
      person={people.chen}
      subjectType="foreigner"
      why="account"
    />
  ),
  'unreachable-cool-down': (ctx) => (
    <LevelUnreachablePage
      ctx={ctx}
      target={target}
      ask={asks(ctx).substantial}
      person={people.an}
      subjectType="citizen"
      why="cool-down"
      until={Date.UTC(2026, 10, 23, 7, 30)}
    />
  ),
  'unreachable-biometric': (ctx) => (
    <LevelUnreachablePage
      ctx={ctx}
      target={target}
      ask={asks(ctx).high}
      person={people.an}
      subjectType="citizen"
      why="biometric"
    />
  ),
  locked: (ctx) => (
    <LockedPage
      ctx={ctx}
      target={target}
      grounds={['own_request']}
      ownWays={['browser_passkey', 'recovery', 'counter']}
    />
  ),
  'locked-device-lost': (ctx) => (
    <LockedPage
      ctx={ctx}
      target={target}
      grounds={['own_request']}
      ownWays={['recovery', 'counter']}
    />
  ),
  'locked-twice': (ctx) => (
    <LockedPage
      ctx={ctx}
      target={target}
      grounds={['authority_request', 'terms_breached']}
      ownWays={[]}
    />
  ),
  'document-expired': (ctx) => (
    <DocumentExpiredPage ctx={ctx} target={target} document="residence_card" expiry="2026-09-30" />
  ),
  'not-activated': (ctx) => <NotActivatedPage ctx={ctx} target={target} />,
  'too-young': (ctx) => <TooYoungPage ctx={ctx} target={target} guardianMay={true} />,
  consent: (ctx) => (
    <ConsentPage
      ctx={ctx}
      target={target}
      ask={asks(ctx).substantial}
      {...consentGroups(ctx.locale)}
      rememberedUntil={Date.parse('2027-11-21T00:00:00Z')}
    />
  ),
  'consent-again': (ctx) => (
    <ConsentPage
      ctx={ctx}
      target={target}
      required={consentGroups(ctx.locale).required.slice(0, 1)}
      optional={[]}
      again="new-data"
      withdrawUri="https://senid.example/withdraw"
    />
  ),
  'consent-verified': (ctx) => (
    <ConsentPage
      ctx={ctx}
      target={target}
      ask={asks(ctx).substantial}
      {...verifiedGroups(ctx.locale)}
      verification={describeVerification(translator(ctx.locale), verification)}
    />
  ),
  'session-warning': (ctx) => (
    <SignInPage
      ctx={{ ...ctx, expiresAt: (ctx.now ?? 0) + 100_000 }}
      target={target}
      ask={asks(ctx).low}
    />
  ),
};

export const samples: Readonly<Record<string, Sample>> = {
  ...journey,
  ...enrolSamples,
  ...officerSamples,
  ...actingSamples,
  ...wardSamples,
  ...siteSamples,
};
