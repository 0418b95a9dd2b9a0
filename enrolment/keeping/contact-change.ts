import { z } from 'zod';

import { isChild, maskedDestination, type Contact } from '../../accounts/contact.ts';
import { ruleInForce } from '../../accounts/legal-rules.ts';
import { dateInVietNam } from '../../accounts/vietnam-date.ts';
import { isCoolingDown } from '../../accounts/reachable-level.ts';
import { auditRecord } from '../../audit/events.ts';
import { newId } from '../../ids.ts';
import type { PendingChange } from '../pending-change.ts';
import type { RegisterWrite } from '../register-writes.ts';
import type { KeepingMoment, KeptAccount } from './facts.ts';
import { CONTACT_COOLING_OFF_MS } from './rules.ts';
import { channelsOf, told, toldNewContact } from './telling.ts';

export type ContactKind = 'phone' | 'email';

export type ContactRefusal =
  /** A child's contacts are the guardian's (D69, Arts. 10 and 11). */
  | 'guardians_contacts'
  | 'same'
  /** One of its kind waits already, or a recovery does: its notices must go on reaching whoever can call it off. */
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
  if (isChild(account, dateInVietNam(now))) return 'guardians_contacts';
  if (isCoolingDown(account, now)) return 'cooling_down';
  if (account[change.kind] === change.value) return 'same';
  return changes.some(({ kind }) => kind === change.kind || kind === 'recovery')
    ? 'waiting'
    : undefined;
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
  const old = channelsOf(kept, now);
  const rule = ruleInForce(CONTACT_COOLING_OFF_MS, dateInVietNam(now));
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
  kept: KeptAccount,
  { kind, value }: { readonly kind: ContactKind; readonly value: string },
  moment: KeepingMoment & { readonly effectiveAt: number },
): readonly RegisterWrite[] {
  const { now, event, alarm, effectiveAt } = moment;
  const change: PendingChange = {
    id: newId('chg'),
    accountId: kept.account.id,
    kind,
    value: { contact: value },
    state: 'waiting',
    requestedAt: now,
    effectiveAt,
    settledAt: undefined,
  };
  const facts = { changed: kind, effectiveAt };
  const data = { changeId: change.id, channel: kind, effectiveAt };
  return [
    // Without a code nobody could call it off but who is signed in.
    { kind: 'change_requested', change, cancelCode: alarm?.code ?? change.id },
    ...told('contact_change_requested', facts, kept, moment),
    ...toldNewContact(contactFor(kind, value), facts, kept, now),
    { kind: 'audit', record: auditRecord('contactChangeRequested', event, data, now) },
  ];
}

function changeNow(
  kept: KeptAccount,
  { kind, value }: { readonly kind: ContactKind; readonly value: string },
  moment: KeepingMoment,
): readonly RegisterWrite[] {
  const { now, event } = moment;
  const { account: seen } = kept;
  return [
    { kind: 'account_changed', seen, account: { ...seen, [kind]: value } },
    ...told('contact_changed', { changed: kind }, kept, moment, [contactFor(kind, value)]),
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
