import type { Clock } from '../clock.ts';
import { countedAs, maskedDestination, type Contact } from './contact.ts';
import type { EphemeralStore } from './ephemeral-store.ts';
import type { MessageLocale, Messenger } from './messages.ts';
import {
  CODE_MINUTES,
  createOneTimeCodeRecords,
  type CodeVerdict,
  type ContactSubject,
} from './one-time-code-records.ts';
import { networkOf, placeOf } from './throttle.ts';
import { countEvent } from './window-limits.ts';

const SOON_SECONDS = 10 * 60;
const DAY_SECONDS = 24 * 60 * 60;

/** Codes that may be sent: to one phone or mail box, and on behalf of one network, whoever asks. */
export interface ContactCodeLimits {
  readonly perContact: number;
  readonly perContactAndDay: number;
  /** Of strangers, in a day: one place leaves some for the owner, wherever the owner is. */
  readonly perContactAndPlace: number;
  readonly perAddress: number;
  readonly perAddressAndDay: number;
}

/** Whole villages share one address of a mobile network: the limits of an address only stop machines. */
const CONTACT_CODE_LIMITS: ContactCodeLimits = {
  perContact: 4,
  perContactAndDay: 12,
  perContactAndPlace: 8,
  perAddress: 60,
  perAddressAndDay: 600,
};

export type ContactCodeSending =
  | { readonly kind: 'sent'; readonly maskedDestination: string }
  | { readonly kind: 'limited'; readonly retryAfterSeconds: number };

/** Proves that somebody reads what is sent to a phone or mail box, whether or not anybody has an account with it. */
export interface ContactCodes {
  send(request: {
    readonly journeyId: string;
    readonly contact: Contact;
    readonly locale: MessageLocale;
    /** Of the browser that asks. */
    readonly address: string;
    /**
     * Whoever asks has proven whose account it is for. Counted apart: a stranger who has codes sent to a phone all day
     * keeps its owner from nothing.
     */
    readonly identified?: boolean;
  }): Promise<ContactCodeSending>;
  /** `ok` once per code; a code sent in another journey, or to another contact, is worth nothing. */
  verify(answer: {
    readonly journeyId: string;
    readonly contact: Contact;
    readonly code: string;
  }): Promise<CodeVerdict>;
}

export interface ContactCodesDependencies {
  readonly ephemeral: EphemeralStore;
  readonly messages: Messenger;
  /** `secrets.derive('one-time-code')` */
  readonly key: Buffer;
  readonly clock: Clock;
  readonly limits?: ContactCodeLimits;
  readonly fixedCode?: string | undefined;
}

export function createContactCodes(dependencies: ContactCodesDependencies): ContactCodes {
  const records = createOneTimeCodeRecords(dependencies);
  const { messages } = dependencies;
  return {
    async send({ journeyId, contact, locale, address, identified = false }) {
      const asked = { contact, address, identified };
      const retryAfterSeconds = await countSending(dependencies, asked);
      if (retryAfterSeconds !== undefined) return { kind: 'limited', retryAfterSeconds };
      const { channel } = contact;
      const code = await records.issue({ journeyId, accountId: subjectOf(contact), channel });
      const content = { kind: 'one_time_code', code, validMinutes: CODE_MINUTES } as const;
      await messages.send(contact, content, locale);
      return { kind: 'sent', maskedDestination: maskedDestination(contact) };
    },

    verify: ({ journeyId, contact, code }) =>
      records.verify({ journeyId, accountId: subjectOf(contact), code }),
  };
}

function subjectOf({ channel, destination }: Contact): ContactSubject {
  return `contact_${channel}/${destination}`;
}

async function countSending(
  { ephemeral, clock, limits = CONTACT_CODE_LIMITS }: ContactCodesDependencies,
  {
    contact: { channel, destination },
    address,
    identified,
  }: { readonly contact: Contact; readonly address: string; readonly identified: boolean },
): Promise<number | undefined> {
  const now = clock();
  const by = identified ? 'sendings/identified' : 'sendings';
  const to = `${by}/${channel}/${countedAs(destination)}`;
  const from = `sendings/address/${networkOf(address)}`;
  const near = `${to}/${placeOf(address)}/day`;
  const tooMany = identified
    ? undefined
    : await countEvent(ephemeral, {
        kind: 'one-time-code',
        seconds: DAY_SECONDS,
        limits: [{ key: near, limit: limits.perContactAndPlace }],
        now,
      });
  if (tooMany !== undefined) return tooMany;
  const soon = await countEvent(ephemeral, {
    kind: 'one-time-code',
    seconds: SOON_SECONDS,
    limits: [
      { key: to, limit: limits.perContact },
      { key: from, limit: limits.perAddress },
    ],
    now,
  });
  if (soon !== undefined) return soon;
  return countEvent(ephemeral, {
    kind: 'one-time-code',
    seconds: DAY_SECONDS,
    limits: [
      { key: `${to}/day`, limit: limits.perContactAndDay },
      { key: `${from}/day`, limit: limits.perAddressAndDay },
    ],
    now,
  });
}
