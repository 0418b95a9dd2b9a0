import { z } from 'zod';

import { ageOn } from '../../accounts/age.ts';
import { maskedDestination, type Contact } from '../../accounts/contact.ts';
import { AGE_OF_OWN_PHONE, ruleInForce } from '../../accounts/legal-rules.ts';
import { dateInVietNam } from '../../accounts/vietnam-date.ts';
import { auditRecord } from '../../audit/events.ts';
import { newId } from '../../ids.ts';
import type { PendingChange } from '../pending-change.ts';
import type { RegisterWrite } from '../register-writes.ts';
import { isCoolingDown, type KeepingMoment, type KeptAccount } from './facts.ts';
import { CONTACT_COOLING_OFF_MS } from './rules.ts';
import { channelsOf } from './telling.ts';

export type ContactKind = 'phone' | 'email';

export type ContactRefusal =
  /** A child's contacts are the guardian's (D69, Arts. 10 and 11). */
  | 'guardians_contacts'
  | 'same'
  /** One of its kind waits already. */
  | 'waiting'
  /** The account was recovered a moment ago: what the thief would do first. */
  | 'cooling_down';

export type ContactDecision =
  | { readonly kind: 'refused'; readonly reason: ContactRefusal }
  | {
      readonly kind: 'writes';
      readonly writes: readonly RegisterWrite[];
      /** Epoch ms; now, where it takes effect at once. */
      readonly effectiveAt: number;
    };

/** Whether it may be asked for at all, before anything is sent anywhere. Pure. */
export function mayChangeContact(
  { account, changes }: KeptAccount,
  change: { readonly kind: ContactKind; readonly value: string },
  now: number,
): ContactRefusal | undefined {
  const today = dateInVietNam(now);
  const isChild = ageOn(account.birthdate, today) < ruleInForce(AGE_OF_OWN_PHONE, today);
  if (account.subjectType !== 'organisation' && isChild) return 'guardians_contacts';
  if (isCoolingDown(account, now)) return 'cooling_down';
  if (account[change.kind] === change.value) return 'same';
  return changes.some(({ kind }) => kind === change.kind) ? 'waiting' : undefined;
}

/** A new contact that was proven by a code, asked for by who proved the highest factor (`provenLately`). Pure. */
export function requestContactChange(
  kept: KeptAccount,
  change: { readonly kind: ContactKind; readonly value: string },
  moment: KeepingMoment,
): ContactDecision {
  const { now } = moment;
  const reason = mayChangeContact(kept, change, now);
  if (reason !== undefined) return { kind: 'refused', reason };
  const { account, guardian } = kept;
  const today = dateInVietNam(now);
  const old = channelsOf(account, guardian, today);
  const rule = ruleInForce(CONTACT_COOLING_OFF_MS, today);
  const effectiveAt = now + (old.length === 0 ? rule.firstOfAll : rule.replacesOrAdds);
  if (effectiveAt <= now) {
    return { kind: 'writes', writes: changeNow(kept, change, moment), effectiveAt: now };
  }
  return {
    kind: 'writes',
    writes: changeLater(kept, change, { ...moment, effectiveAt }),
    effectiveAt,
  };
}

function changeLater(
  { account, guardian }: KeptAccount,
  { kind, value }: { readonly kind: ContactKind; readonly value: string },
  {
    now,
    event,
    tell,
    alarmCode = '',
    effectiveAt,
  }: KeepingMoment & { readonly effectiveAt: number },
): readonly RegisterWrite[] {
  const change: PendingChange = {
    id: newId('chg'),
    accountId: account.id,
    kind,
    value: { contact: value },
    state: 'waiting',
    requestedAt: now,
    effectiveAt,
    settledAt: undefined,
  };
  const old = channelsOf(account, guardian, dateInVietNam(now));
  const parameters = { channel: kind, masked: masked(kind, value), effectiveAt };
  const notice = { kind: 'contact_change_requested', account, parameters } as const;
  const data = { changeId: change.id, channel: kind, effectiveAt };
  return [
    { kind: 'change_requested', change, cancelCode: alarmCode },
    ...tell({ ...notice, to: old, alarmCode }, now),
    // The new one is told without the code: whoever typed a wrong number gives its holder no say over the account.
    ...tell({ ...notice, to: [contactFor(kind, value)], alarmCode: undefined }, now),
    { kind: 'audit', record: auditRecord('contactChangeRequested', event, data, now) },
  ];
}

function changeNow(
  kept: KeptAccount,
  change: { readonly kind: ContactKind; readonly value: string },
  { now, event, tell, alarmCode }: KeepingMoment,
): readonly RegisterWrite[] {
  const { kind, value } = change;
  const { account: seen, guardian } = kept;
  const account = { ...seen, [kind]: value };
  const to = [...channelsOf(seen, guardian, dateInVietNam(now)), contactFor(kind, value)];
  const parameters = { channel: kind, masked: masked(kind, value) };
  return [
    { kind: 'account_changed', seen, account },
    ...tell({ kind: 'contact_changed', account, parameters, to, alarmCode }, now),
    { kind: 'audit', record: auditRecord('contactChanged', event, { channel: kind }, now) },
  ];
}

/** A change whose time has come. Pure. */
export function applyContactChange(
  kept: KeptAccount,
  change: PendingChange & { readonly kind: ContactKind },
  moment: KeepingMoment,
): readonly RegisterWrite[] {
  const { contact } = contactValueSchema.parse(change.value);
  return [
    { kind: 'change_settled', id: change.id, state: 'applied', at: moment.now },
    ...changeNow(kept, { kind: change.kind, value: contact }, moment),
  ];
}

const contactValueSchema = z.object({ contact: z.string() });

/** The value of a pending change of a contact, as its holder may see it. */
export function maskedChange({ kind, value }: PendingChange): string {
  const parsed = contactValueSchema.safeParse(value).data;
  return parsed === undefined || kind === 'recovery' ? '' : masked(kind, parsed.contact);
}

export function contactFor(kind: ContactKind, destination: string): Contact {
  return { channel: kind === 'phone' ? 'sms' : 'email', destination };
}

function masked(kind: ContactKind, value: string): string {
  return maskedDestination(contactFor(kind, value));
}
