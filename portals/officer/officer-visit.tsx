import type { Context } from 'koa';
import type { VNode } from 'preact';

import type { AccountStore } from '../../accounts/account.ts';
import type { AuditStore } from '../../audit/audit-store.ts';
import type { Audit } from '../../audit/events.ts';
import type { Clock } from '../../clock.ts';
import type { CalendarStore } from '../../enrolment/calendar.ts';
import type { CaseActor, CaseStore } from '../../enrolment/case.ts';
import type { Cases } from '../../enrolment/cases/cases.ts';
import type { RegisterWriter } from '../../enrolment/register-writes.ts';
import type { Office, StaffMember, StaffStore } from '../../enrolment/staff.ts';
import { PortalBar } from '../../web/components/portal-bar.tsx';
import { plainPage } from '../../web/error-answer.tsx';
import { translator, type Translator } from '../../web/i18n/translator.ts';
import type { FormTarget, PageContext } from '../../web/page-context.ts';
import { sendPage } from '../../web/send-page.ts';
import type { PortalFrame } from '../session/portal-frame.tsx';
import type { Demand, PortalSession } from '../session/portal.ts';
import { NoStaffPage } from './pages/no-staff-page.tsx';

export const OFFICER_PATH = '/officer';

export interface OfficerServices {
  readonly frame: PortalFrame;
  readonly sandbox: boolean;
  readonly cases: Cases;
  readonly caseStore: Pick<CaseStore, 'find' | 'list'>;
  readonly staff: StaffStore;
  readonly calendar: CalendarStore;
  readonly accounts: Pick<AccountStore, 'findById' | 'findByIdentifier' | 'openLocks'>;
  readonly writer: Pick<RegisterWriter, 'apply'>;
  readonly audit: Audit;
  readonly auditStore: Pick<AuditStore, 'list'>;
  readonly clock: Clock;
}

export type OfficerPlace = 'work' | 'open' | 'calendar' | 'staff';

/** One request of somebody who works in an office now. */
export interface OfficerVisit {
  readonly ctx: Context;
  readonly session: PortalSession;
  readonly member: StaffMember;
  readonly office: Office;
  readonly actor: CaseActor;
  readonly page: PageContext;
  readonly words: Translator;
  /** Above the page. `undefined`: none of the places it leads to. */
  bar(place?: OfficerPlace): VNode;
  target(action: string): FormTarget;
}

/** Undefined when the answer has been made: a sign-in, a step-up, or the page for who works nowhere. */
export async function admit(
  ctx: Context,
  services: OfficerServices,
  demand: Demand = {},
): Promise<OfficerVisit | undefined> {
  const { frame, staff, sandbox } = services;
  const session = await frame.requireSession(ctx, demand);
  if (session === undefined) return undefined;
  const page = plainPage(ctx, sandbox);
  const member = await staff.ofAccount(session.accountId);
  const office = member && (await staff.findOffice(member.officeId));
  const signOut = frame.target(session, `${OFFICER_PATH}/sign-out`);
  if (member === undefined || office === undefined) {
    const { name } = session.account;
    sendPage(ctx, <NoStaffPage ctx={page} person={name} signOut={signOut} />, 403);
    return undefined;
  }
  const words = translator(page.locale);
  return {
    ctx,
    session,
    member,
    office,
    page,
    words,
    actor: { kind: 'staff', staffId: member.id, accountId: session.accountId },
    target: (action) => frame.target(session, action),
    bar: (place) => (
      <PortalBar
        translator={words}
        title={words.t('officer.title')}
        home={OFFICER_PATH}
        person={`${session.account.name}, ${office.name[page.locale]}`}
        links={linksOf(member, office, words, place)}
        signOut={signOut}
      />
    ),
  };
}

function linksOf(
  { roles }: StaffMember,
  { kind }: Office,
  { t }: Translator,
  place: OfficerPlace | undefined,
) {
  const supervises = roles.includes('supervisor');
  const links: readonly (readonly [OfficerPlace, string, string, boolean])[] = [
    ['work', OFFICER_PATH, t('officer.work'), true],
    ['open', `${OFFICER_PATH}/open`, t('officer.open'), roles.includes('receiving_officer')],
    ['staff', `${OFFICER_PATH}/staff`, t('officer.staff'), supervises],
    [
      'calendar',
      `${OFFICER_PATH}/calendar`,
      t('officer.calendar'),
      supervises && kind === 'identification_authority',
    ],
  ];
  return links
    .filter(([, , , shown]) => shown)
    .map(([name, href, text]) => ({ href, text, current: name === place }));
}
