import type Router from '@koa/router';
import type { Context } from 'koa';
import { z } from 'zod';

import { maskedDestination } from '../../accounts/contact.ts';
import {
  contactFor,
  mayChangeContact,
  type ContactKind,
} from '../../enrolment/keeping/contact-change.ts';
import { contactFromInput } from '../../enrolment/keeping/contact-input.ts';
import { readForm } from '../../web/forms.ts';
import { localeOf } from '../../web/locale.ts';
import { translator, type Translator } from '../../web/i18n/translator.ts';
import { sendPage } from '../../web/send-page.ts';
import { waitText } from '../../web/wait-text.ts';
import { seeOther } from '../see-other.ts';
import { isProvenLately, proveAgain, provenLately, signedIn, type Holder } from './fresh-proof.ts';
import { pageAt } from './page-parts.ts';
import { ContactCodePage, NewContactPage } from './pages/contacts-pages.tsx';
import type { CitizenServices } from './citizen-site.ts';
import { addContactsOverview, CONTACTS, showContacts } from './contacts-overview.tsx';

/** Of a mail address (RFC 5321, section 4.5.3.1.3). */
const LONGEST = 254;
const DRAFT_SECONDS = 15 * 60;
const draftSchema = z.object({ value: z.string() });

/** A new phone or mail address: typed, proven by a code sent there, and in force after a while. */
export function addContacts(router: Router, services: CitizenServices): void {
  addContactsOverview(router, services);
  for (const kind of ['phone', 'email'] as const) addContact(router, services, kind);
}

function addContact(router: Router, services: CitizenServices, kind: ContactKind): void {
  const path = `${CONTACTS}/${kind}`;

  router.get(path, async (ctx) => {
    const holder = await provenLately(ctx, services, path);
    if (holder === undefined) return;
    const typed = (await services.frame.takeDraft(ctx, path))?.['contact'];
    askContact(ctx, holder, services, { kind, value: typed, restored: typed !== undefined });
  });
  router.post(path, (ctx) => takeContact(ctx, services, kind));

  router.get(`${path}/code`, async (ctx) => {
    const holder = await provenLately(ctx, services, path);
    if (holder === undefined) return;
    const value = await draftOf(holder, services, kind);
    if (value === undefined) return seeOther(ctx, path);
    askCode(ctx, holder, services, { kind, value });
  });
  router.post(`${path}/code`, (ctx) => takeCode(ctx, services, kind));
}

async function takeContact(ctx: Context, services: CitizenServices, kind: ContactKind) {
  const { frame, ephemerals, contactCodes, clock } = services;
  const path = `${CONTACTS}/${kind}`;
  const form = await readForm(ctx);
  const typed = (form.text('contact') ?? '').slice(0, LONGEST);
  const draft = { path, fields: { contact: typed } };
  const holder = await signedIn(ctx, services, draft);
  if (holder === undefined) return;
  frame.verify(ctx, holder.session, form);
  // Time has passed since the page was shown, or it never was.
  if (!isProvenLately(holder, clock())) return proveAgain(ctx, holder, services, draft);
  const { t } = translator(localeOf(ctx));
  const value = contactFromInput(kind, typed);
  const again = (problem: string) =>
    askContact(ctx, holder, services, { kind, value: typed, problem });
  if (value === undefined) return again(t(`contacts.invalid-${kind}`));
  const refused = mayChangeContact(holder.kept, { kind, value }, clock());
  if (refused !== undefined) return again(t(`contacts.${refused}`));
  await ephemerals.put('enrolment', draftKey(holder, kind), { value }, DRAFT_SECONDS);
  const sending = await contactCodes.send({
    journeyId: journeyOf(holder, kind),
    contact: contactFor(kind, value),
    locale: localeOf(ctx),
    address: ctx.ip,
    identified: true,
  });
  if (sending.kind === 'sent') return seeOther(ctx, `${path}/code`);
  again(
    t('contacts.limited', { wait: waitText(translator(localeOf(ctx)), sending.retryAfterSeconds) }),
  );
}

async function takeCode(ctx: Context, services: CitizenServices, kind: ContactKind) {
  const { frame, ephemerals, contactCodes, keeping, clock } = services;
  const path = `${CONTACTS}/${kind}`;
  const holder = await signedIn(ctx, services);
  if (holder === undefined) return;
  const form = await readForm(ctx);
  frame.verify(ctx, holder.session, form);
  if (!isProvenLately(holder, clock())) return seeOther(ctx, path);
  const value = await draftOf(holder, services, kind);
  if (value === undefined) return seeOther(ctx, path);
  const words = translator(localeOf(ctx));
  const contact = contactFor(kind, value);
  const code = form.text('otp') ?? '';
  const verdict = await contactCodes.verify({ journeyId: journeyOf(holder, kind), contact, code });
  if (verdict.kind !== 'ok') {
    const problem =
      verdict.kind === 'wrong'
        ? words.t('contacts.code-wrong', { count: verdict.attemptsLeft })
        : words.t('contacts.code-over');
    return askCode(ctx, holder, services, { kind, value, problem });
  }
  await ephemerals.remove('enrolment', draftKey(holder, kind));
  const whose = {
    accountId: holder.session.accountId,
    event: { requestId: ctx.state.requestId },
  };
  const outcome = await keeping.changeContact(whose, { kind, value });
  const problem = problemOf(outcome, words);
  if (problem !== undefined) {
    return askContact(ctx, holder, services, { kind, value, problem });
  }
  const kept = (await keeping.load(whose.accountId)) ?? holder.kept;
  showContacts(ctx, { ...holder, kept }, services, doneText(outcome, words, clock()));
}

type Outcome = Awaited<ReturnType<CitizenServices['keeping']['changeContact']>>;

function problemOf(outcome: Outcome, { t }: Translator): string | undefined {
  // Told to who has just proven the number by a code, and to nobody else.
  if (outcome.kind === 'taken' && outcome.what === 'phone') return t('contacts.taken');
  if (outcome.kind !== 'done') return t('account.outdated');
  return outcome.result.kind === 'refused' ? t(`contacts.${outcome.result.reason}`) : undefined;
}

function doneText(outcome: Outcome, words: Translator, now: number): string | undefined {
  if (outcome.kind !== 'done' || outcome.result.kind !== 'requested') return undefined;
  const { effectiveAt } = outcome.result;
  if (effectiveAt <= now) return words.t('contacts.changed');
  return words.t('contacts.requested', { time: words.dateTime(effectiveAt) });
}

async function draftOf(
  holder: Holder,
  { ephemerals }: CitizenServices,
  kind: ContactKind,
): Promise<string | undefined> {
  const stored = await ephemerals.get('enrolment', draftKey(holder, kind));
  return stored && draftSchema.parse(stored.value).value;
}

/** Of this browser's session: a session that was stolen elsewhere does not see what is typed here. */
function journeyOf({ session }: Holder, kind: ContactKind): string {
  return `contact ${kind} ${session.formKey}`;
}

function draftKey(holder: Holder, kind: ContactKind): string {
  return `${journeyOf(holder, kind)} ${holder.session.accountId}`;
}

interface Asked {
  readonly kind: ContactKind;
  readonly value?: string | undefined;
  readonly problem?: string;
  /** Typed before they had to sign in anew. */
  readonly restored?: boolean;
}

function askContact(ctx: Context, holder: Holder, services: CitizenServices, asked: Asked): void {
  const path = `${CONTACTS}/${asked.kind}`;
  const page = pageAt(ctx, services.sandbox, path);
  const target = services.frame.target(holder.session, path);
  const status = asked.problem === undefined ? 200 : 422;
  sendPage(ctx, <NewContactPage ctx={page} target={target} {...asked} />, status);
}

function askCode(
  ctx: Context,
  holder: Holder,
  services: CitizenServices,
  { kind, value = '', problem }: Asked,
): void {
  const path = `${CONTACTS}/${kind}/code`;
  const page = pageAt(ctx, services.sandbox, path);
  const target = services.frame.target(holder.session, path);
  const masked = maskedDestination(contactFor(kind, value));
  const shown = <ContactCodePage {...{ ctx: page, target, kind, masked, problem }} />;
  sendPage(ctx, shown, problem === undefined ? 200 : 422);
}
