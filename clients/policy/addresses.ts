/** What is allowed where a relying party names an address. */
export interface AddressRules {
  /** Plain http to this very machine is fine: a sandbox is where one develops. */
  readonly sandbox: boolean;
  /** An application on a device (RFC 8252), as opposed to a site. */
  readonly native: boolean;
  /** Whether such an application may have a scheme of its own. */
  readonly privateUseSchemes: boolean;
}

/** Longer ones are cut off somewhere between here and a browser. */
const LONGEST = 2_000;
const TOO_LONG = `at most ${LONGEST} characters`;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
/** What browsers take for a host is wider than what DNS gives. */
const HOST = /^(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|\[[0-9a-f:.]+\])$/;
/** RFC 3986: printable, without what is written percent-encoded. */
const URI_CHARACTERS = /^[!#-;=?-[\]_a-z~]+$/i;

/**
 * What is wrong with an address to send a browser back to, in words that go on after its name; undefined: nothing.
 * RFC 6749, section 3.1.2; RFC 8252, sections 7.1 to 7.3; RFC 9700, section 4.1.3.
 */
export function redirectUriFault(uri: string, rules: AddressRules): string | undefined {
  if (uri.length > LONGEST) return TOO_LONG;
  const url = URL.parse(uri);
  if (url === null || !URI_CHARACTERS.test(uri)) return 'absolute addresses (RFC 3986)';
  if (uri.includes('#')) return 'addresses without a fragment';
  if (url.username !== '' || url.password !== '') return 'addresses without user name or password';
  switch (url.protocol) {
    case 'https:':
      return HOST.test(url.hostname) ? undefined : 'addresses with the name of a host';
    case 'http:':
      if (LOOPBACK.has(url.hostname) && (rules.native || rules.sandbox)) return undefined;
      return `https${rules.native || rules.sandbox ? ', or http to localhost, 127.0.0.1 or [::1]' : ''}`;
    default:
      // RFC 8252, section 7.1: a scheme without a period belongs to nobody.
      if (rules.native && rules.privateUseSchemes && url.protocol.includes('.')) return undefined;
      return rules.native && rules.privateUseSchemes
        ? 'https, http to a loopback address, or a scheme that is a domain name in reverse'
        : 'https addresses';
  }
}

/** The same for an address that is linked on a page or called by us. */
export function webUriFault(uri: string, { sandbox }: AddressRules): string | undefined {
  if (uri.length > LONGEST) return TOO_LONG;
  const url = URL.parse(uri);
  if (url === null) return 'an absolute address';
  if (url.username !== '' || url.password !== '') return 'without user name or password';
  if (url.protocol === 'https:') return undefined;
  if (url.protocol === 'http:' && sandbox && LOOPBACK.has(url.hostname)) return undefined;
  return sandbox ? 'https, or http to localhost, 127.0.0.1 or [::1]' : 'https';
}
