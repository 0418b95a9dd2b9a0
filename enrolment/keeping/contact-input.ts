import type { ContactKind } from './contact-change.ts';

/**
 * One spelling of what was typed, or undefined when it can be none: Vietnamese mobile numbers with or without country
 * code, foreign ones with it, in E.164; mail addresses with the domain in lower case.
 */
export function contactFromInput(kind: ContactKind, typed: string): string | undefined {
  return kind === 'phone' ? phoneFrom(typed) : emailFrom(typed);
}

function phoneFrom(typed: string): string | undefined {
  const bare = typed.replace(/[\s.()-]+/g, '');
  const digits = bare.startsWith('00') ? `+${bare.slice(2)}` : bare;
  const number = /^0\d{9}$/.test(digits) ? `+84${digits.slice(1)}` : digits;
  // E.164: at most 15 digits; a Vietnamese mobile number has nine after the country code.
  if (!/^\+[1-9]\d{7,14}$/.test(number)) return undefined;
  return number.startsWith('+84') && !/^\+84[35789]\d{8}$/.test(number) ? undefined : number;
}

/** RFC 5321, section 4.5.3.1: 64 octets, and 254 in all. */
function emailFrom(typed: string): string | undefined {
  const [local = '', domain = '', ...rest] = typed.trim().split('@');
  const plain = /^[^\s"(),:;<>[\\\]\p{Cc}]{1,64}$/u.test(local);
  const host = domain.toLowerCase();
  const valid =
    /^(?=.{4,189}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/;
  return rest.length === 0 && plain && valid.test(host) ? `${local}@${host}` : undefined;
}
