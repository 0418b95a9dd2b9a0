import type { VNode } from 'preact';

import { ActivatePage } from '../../portals/enrol/pages/activate-page.tsx';
import { ActivatedPage } from '../../portals/enrol/pages/activated-page.tsx';
import { CheckPage } from '../../portals/enrol/pages/check-page.tsx';
import { ContactCodePage } from '../../portals/enrol/pages/contact-code-page.tsx';
import { DetailsPage } from '../../portals/enrol/pages/details-page.tsx';
import { FirstPasskeyPage } from '../../portals/enrol/pages/first-passkey-page.tsx';
import { NewPasswordPage } from '../../portals/enrol/pages/new-password-page.tsx';
import { NumberPage } from '../../portals/enrol/pages/number-page.tsx';
import { PhonePage } from '../../portals/enrol/pages/phone-page.tsx';
import { PhoneTakenPage } from '../../portals/enrol/pages/phone-taken-page.tsx';
import { PhotoPage } from '../../portals/enrol/pages/photo-page.tsx';
import { ReferencePage } from '../../portals/enrol/pages/reference-page.tsx';
import { RefusedPage, ResultPage } from '../../portals/enrol/pages/result-page.tsx';
import { StartPage } from '../../portals/enrol/pages/start-page.tsx';
import { WardPage } from '../../portals/enrol/pages/ward-page.tsx';
import { WhoPage } from '../../portals/enrol/pages/who-page.tsx';
import type { PageContext } from '../../web/page-context.ts';
import { passkeyOptions, people } from './gallery-facts.ts';

const target = { action: '/enrol/who', csrf: 'c5rf' };
const typed = {
  name: '',
  birthdate: { day: '31', month: '2', year: '1990' },
  sex: undefined,
  nationality: undefined,
};

function props(ctx: PageContext) {
  return { ctx: { ...ctx, service: undefined, expiresAt: undefined }, target, back: '/enrol' };
}

function result(ctx: PageContext, status: 'approved' | 'running'): VNode {
  const dueAt = (ctx.now ?? 0) + 86_400_000;
  return (
    <ResultPage
      {...props(ctx)}
      view={{
        id: 'case_7K2QF9XMPA3T',
        status,
        refusal: undefined,
        clock: {
          state: 'running',
          limit: { days: 1, unit: 'working', source: 'D69, Art. 13' },
          startedAt: ctx.now,
          dueOn: '2026-11-23',
          dueAt,
          daysLeft: undefined,
        },
        activationUntil: status === 'approved' ? dueAt : undefined,
        next:
          status === 'approved'
            ? { by: 'holder', step: 'activated', at: dueAt }
            : { by: 'program', step: 'approved', at: (ctx.now ?? 0) + 120_000 },
      }}
      contact={{ channel: 'sms', masked: '•••••••321' }}
    />
  );
}

/** Level 1 by oneself, the page of an application, activation. */
export const enrolSamples: Readonly<Record<string, (ctx: PageContext) => VNode>> = {
  'enrol-start': (ctx) => <StartPage {...props(ctx)} underWay={false} questionHref="/enrol/who" />,
  'enrol-who': (ctx) => <WhoPage {...props(ctx)} chosen="citizen" />,
  'enrol-who-missing': (ctx) => <WhoPage {...props(ctx)} missing />,
  'enrol-ward': (ctx) => <WardPage {...props(ctx)} />,
  'enrol-number': (ctx) => <NumberPage {...props(ctx)} who="foreigner" typed="x" malformed />,
  'enrol-phone': (ctx) => <PhonePage {...props(ctx)} typed="" mayHaveNone />,
  'enrol-phone-code': (ctx) => (
    <ContactCodePage
      {...props(ctx)}
      channel="sms"
      maskedDestination="•••••••321"
      changeHref="/enrol/phone"
      outboxHref="/sandbox/outbox"
      problem={{ kind: 'wrong', attemptsLeft: 4 }}
    />
  ),
  'enrol-phone-taken': (ctx) => <PhoneTakenPage {...props(ctx)} inPerson={false} />,
  'enrol-details': (ctx) => (
    <DetailsPage
      {...props(ctx)}
      who="foreigner"
      typed={typed}
      faults={['name-missing', 'birthdate-malformed', 'sex-missing', 'nationality-missing']}
    />
  ),
  'enrol-check': (ctx) => (
    <CheckPage
      {...props(ctx)}
      application={{
        who: 'citizen',
        number: { kind: 'personal_number', value: '099092000103' },
        phone: { destination: '+84912345678', proven: true },
        email: 'none',
        details: { name: 'Hoàng Minh Tuấn', birthdate: '1992-06-15', sex: 'male' },
      }}
    />
  ),
  'enrol-photo': (ctx) => <PhotoPage {...props(ctx)} who="citizen" />,
  'enrol-photo-unknown': (ctx) => (
    <PhotoPage {...props(ctx)} who="foreigner" problem={{ kind: 'unknown' }} />
  ),
  'enrol-approved': (ctx) => result(ctx, 'approved'),
  'enrol-pending': (ctx) => result(ctx, 'running'),
  'enrol-refused': (ctx) => (
    <RefusedPage
      {...props(ctx)}
      refusal={{
        reason: 'data_not_matched',
        article: 'D69, Arts. 10 and 11',
        explanation: undefined,
      }}
    />
  ),
  application: (ctx) => <ReferencePage {...props(ctx)} typed="" />,
  activate: (ctx) => <ActivatePage {...props(ctx)} identifier="" problems={[{ kind: 'wrong' }]} />,
  'activate-password': (ctx) => <NewPasswordPage {...props(ctx)} problem="too_short" />,
  'activate-passkey': (ctx) => (
    <FirstPasskeyPage
      {...props(ctx)}
      level={2}
      personName={people.an.name}
      passkeyOptions={passkeyOptions}
    />
  ),
  'activate-done': (ctx) => (
    <ActivatedPage
      {...props(ctx)}
      person={people.binh}
      hasPasskey={false}
      usedFor={undefined}
      passkeyHref="/activate/passkey"
      service={{ name: 'Nhà trọ Hoa Sen', homeUri: 'http://localhost:3002/' }}
    />
  ),
  'activate-done-organisation': (ctx) => (
    <ActivatedPage
      {...props(ctx)}
      person={{ ...people.binh, name: 'Công ty TNHH Gốm Sen Việt' }}
      hasPasskey={false}
      usedFor="organisation"
      passkeyHref="/activate/passkey"
      service={undefined}
    />
  ),
};
