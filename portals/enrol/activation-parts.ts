import type { Context } from 'koa';

import type { Account } from '../../accounts/account.ts';
import { readForm } from '../../web/forms.ts';
import { seeOther } from '../see-other.ts';
import { ACTIVATE } from './addresses.ts';
import { activationStage, type ActivationState, type Stage } from './activation-state.ts';
import type { Desks, EnrolServices } from './enrol-services.ts';
import type { Visit } from './visit.ts';

export interface ActivationParts {
  readonly services: EnrolServices;
  readonly desks: Desks;
}

export type Activating = Visit<ActivationState>;

export function stageHref(stage: Stage): string {
  return stage === 'start' ? ACTIVATE : `${ACTIVATE}/${stage}`;
}

/** To the page whose turn it is. */
export async function goOn(ctx: Context, { desks }: ActivationParts): Promise<void> {
  seeOther(ctx, stageHref(activationStage((await desks.activating.of(ctx)).state)));
}

/** Throws `BadInput` unless the form is ours, made for this visit. */
export async function formOf(ctx: Context, { services, desks }: ActivationParts) {
  const form = await readForm(ctx);
  const visit = await desks.activating.of(ctx);
  services.csrf.verify(ctx, subjectOf(visit), form);
  return { visit, form };
}

export function targetOf({ services }: ActivationParts, visit: Activating, stage: Stage) {
  return { action: stageHref(stage), csrf: services.csrf.tokenFor(subjectOf(visit)) };
}

export async function accountOf(
  { state }: Activating,
  { services }: ActivationParts,
): Promise<Account | undefined> {
  return state.accountId === undefined ? undefined : services.accounts.findById(state.accountId);
}

/** Whom somebody else uses it for, with an account of their own; undefined when nobody does. */
export function usedForOther({
  guardianId,
  subjectType,
}: Pick<Account, 'guardianId' | 'subjectType'>): 'ward' | 'organisation' | undefined {
  if (guardianId === undefined) return undefined;
  return subjectType === 'organisation' ? 'organisation' : 'ward';
}

function subjectOf({ id }: Activating) {
  return { uid: `activate ${id}`, person: '' };
}
