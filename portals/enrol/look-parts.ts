import type { Context } from 'koa';

import type { CaseId } from '../../ids.ts';
import { readForm } from '../../web/forms.ts';
import { APPLICATION } from './addresses.ts';
import type { Look } from './look-state.ts';
import type { Desks, EnrolServices } from './enrol-services.ts';
import type { Visit } from './visit.ts';

export const CASE = `${APPLICATION}/case`;

/** What every page here works with. */
export interface LookParts {
  readonly services: EnrolServices;
  readonly desks: Desks;
}

/** Throws `BadInput` unless the form is ours, made for this visit. */
export async function formOf(ctx: Context, { services, desks }: LookParts) {
  const form = await readForm(ctx);
  const visit = await desks.looking.of(ctx);
  services.csrf.verify(ctx, subjectOf(visit), form);
  return { visit, form };
}

export function targetOf({ services }: LookParts, visit: Visit<Look>, action: string) {
  return { action, csrf: services.csrf.tokenFor(subjectOf(visit)) };
}

export function viewOf(caseId: CaseId | undefined, { services }: LookParts) {
  return caseId === undefined
    ? Promise.resolve(undefined)
    : services.cases.view(caseId, { kind: 'applicant' });
}

function subjectOf({ id }: Visit<unknown>) {
  return { uid: `application ${id}`, person: '' };
}
