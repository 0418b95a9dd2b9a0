import type Router from '@koa/router';

import { normaliseIdentifier } from '../../accounts/account.ts';
import { STAFF_REASONS } from '../../audit/staff-events.ts';
import { rolesAt } from '../../enrolment/office-roles.ts';
import { decideAppointment, decideEnd, type StaffingDecision } from '../../enrolment/staffing.ts';
import { isId, type AccountId } from '../../ids.ts';
import { readForm, type Form } from '../../web/forms.ts';
import { sendPage } from '../../web/send-page.ts';
import { seeOther } from '../see-other.ts';
import { FRESH_PROOF_SECONDS } from '../session/own-portals.ts';
import { shownAgain } from './case-answers.tsx';
import { admit, OFFICER_PATH, type OfficerServices, type OfficerVisit } from './officer-visit.tsx';
import { StaffPage, type StaffPageProps, type StaffProblem } from './pages/staff-page.tsx';

const STAFF = `${OFFICER_PATH}/staff`;
const FRESH = { maxAgeSeconds: FRESH_PROOF_SECONDS, returnTo: STAFF };

/** Supervisors appoint and end the staff of their own office. */
export function addStaffRoutes(router: Router, services: OfficerServices): void {
  router.get('/staff', async (ctx) => {
    const visit = await supervisor(await admit(ctx, services, FRESH));
    if (visit === undefined) return;
    const draft = await services.frame.takeDraft(ctx, STAFF);
    await show(visit, services, { problem: undefined, ...shownAgain(visit, draft) });
  });

  router.post('/staff', async (ctx) => {
    const form = await readForm(ctx);
    const fields = typedIn(form);
    const late = { returnTo: STAFF, draft: { path: STAFF, fields }, sent: true } as const;
    const seen = await supervisor(await admit(ctx, services, late));
    if (seen === undefined) return;
    services.frame.verify(ctx, seen.session, form);
    const visit = await admit(ctx, services, { ...FRESH, ...late });
    if (visit === undefined) return;
    const decision = form.has('end')
      ? await ending(visit, form, services)
      : await appointment(visit, form, services);
    const problem = await carryOut(visit, decision, services);
    if (problem === undefined) return seeOther(ctx, STAFF);
    await show(visit, services, { problem, typed: fields });
  });
}

/** With whom it would have been about. */
type Decided = StaffingDecision & { readonly about?: AccountId | undefined };

/** For everybody else there is no such page. */
async function supervisor(visit: OfficerVisit | undefined): Promise<OfficerVisit | undefined> {
  if (visit === undefined || visit.member.roles.includes('supervisor')) return visit;
  visit.ctx.status = 404;
  return undefined;
}

async function carryOut(
  { ctx, member, office, session }: OfficerVisit,
  decision: Decided | 'no_reason',
  { writer, audit }: OfficerServices,
): Promise<StaffProblem | undefined> {
  if (decision === 'no_reason') return decision;
  if (decision.kind === 'refused') {
    const { about: accountId, why } = decision;
    const { requestId } = ctx.state;
    const context = { requestId, accountId, actorId: session.accountId };
    await audit.staffingRefused(context, { staffId: member.id, officeId: office.id, reason: why });
    return why;
  }
  const { kind } = await writer.apply(decision.writes);
  return kind === 'written' ? undefined : 'outdated';
}

async function appointment(
  { member, office, ctx }: OfficerVisit,
  form: Form,
  { accounts, staff, clock }: OfficerServices,
): Promise<Decided | 'no_reason'> {
  const reason = STAFF_REASONS.find((each) => each === form.text('reason'));
  if (reason === undefined) return 'no_reason';
  const number = normaliseIdentifier(text(form, 'number'));
  const account = number === '' ? undefined : await accounts.findByIdentifier(number);
  const roles = rolesAt(office.kind, clock()).filter((role) => form.list('role').includes(role));
  const decision = decideAppointment({
    appointer: { kind: 'supervisor', member },
    office,
    candidate: account && { account, locks: await accounts.openLocks(account.id) },
    works: account && (await staff.ofAccount(account.id)),
    roles,
    reason,
    requestId: ctx.state.requestId,
    now: clock(),
  });
  return { ...decision, about: account?.id };
}

async function ending(
  { member: supervising, office, ctx }: OfficerVisit,
  form: Form,
  { staff, clock }: OfficerServices,
): Promise<Decided | 'no_reason'> {
  const reason = STAFF_REASONS.find((each) => each === form.text('reason'));
  if (reason === undefined) return 'no_reason';
  const id = form.text('end');
  const member = isId('staff', id) ? await staff.findMember(id) : undefined;
  if (member === undefined) return { kind: 'refused', why: 'not_your_office' };
  const appointer = { kind: 'supervisor', member: supervising } as const;
  const { requestId } = ctx.state;
  const decision = decideEnd({ appointer, office, member, reason, requestId, now: clock() });
  return { ...decision, about: member.accountId };
}

/** Of either form; the roles stand in one text. */
function typedIn(form: Form): Readonly<Record<string, string>> {
  const role = form.list('role').join(' ').slice(0, 200);
  const texts = ['number', 'reason', 'end'].map((name) => [name, text(form, name)] as const);
  return Object.fromEntries(
    [...texts, ['role', role] as const].filter(([, typed]) => typed !== ''),
  );
}

function text(form: Form, name: string): string {
  return (form.text(name) ?? '').trim().slice(0, 60);
}

async function show(
  visit: OfficerVisit,
  { staff, accounts, clock }: OfficerServices,
  shown: Pick<StaffPageProps, 'problem' | 'typed' | 'restored' | 'warning'>,
): Promise<void> {
  const { office, words, session } = visit;
  const members = await staff.ofOffice(office.id);
  const lines = await Promise.all(
    members.map(async ({ id, accountId, roles, since }) => ({
      id,
      name: (await accounts.findById(accountId))?.name ?? words.t('officer.somebody'),
      roles,
      since,
      oneself: accountId === session.accountId,
    })),
  );
  sendPage(
    visit.ctx,
    <StaffPage
      ctx={{ ...visit.page, path: STAFF }}
      translator={words}
      bar={visit.bar('staff')}
      office={office.name[visit.page.locale]}
      members={lines}
      roles={rolesAt(office.kind, clock())}
      target={visit.target(STAFF)}
      {...shown}
    />,
    shown.problem === undefined ? 200 : 422,
  );
}
