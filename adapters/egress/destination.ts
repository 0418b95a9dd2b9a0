import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';

import { EgressFailed } from '../../errors.ts';
import { isPublicAddress } from './public-address.ts';
import { addressOf, type Address, type Resolve } from './resolve.ts';

/** Where relying parties serve; a port of mail, a database or a shell is none of them. */
const PORTS: ReadonlySet<string> = new Set(['', '8443', '9443']);
const LONGEST_URL = 2_048;

export interface Destination {
  readonly url: URL;
  /** Every one of them was looked at; the connection goes to one of these, and no name is looked up again. */
  readonly addresses: readonly Address[];
}

export interface DestinationRules {
  /** Exact origins that may be whatever they are: private, plain http, on any port. */
  readonly allowedOrigins: ReadonlySet<string>;
  readonly resolvePublicly: Resolve;
  readonly resolveLocally: Resolve;
}

/** Rejects with `EgressFailed` unless the address is one a relying party may have. */
export async function destinationOf(
  text: string,
  rules: DestinationRules,
  signal: AbortSignal,
): Promise<Destination> {
  // The URL parser also reads decimal, octal and hexadecimal hosts as the IPv4 addresses they are.
  const url = URL.parse(text);
  if (url === null || text.length > LONGEST_URL) throw new EgressFailed('refused');
  if (url.username !== '' || url.password !== '') throw new EgressFailed('refused');
  const allowed = rules.allowedOrigins.has(url.origin);
  if (!allowed && (url.protocol !== 'https:' || !PORTS.has(url.port))) {
    throw new EgressFailed('refused');
  }
  const hostname = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const resolve = allowed ? rules.resolveLocally : rules.resolvePublicly;
  const addresses =
    isIP(hostname) === 0 ? await resolved(resolve(hostname, signal)) : [addressOf(hostname)];
  if (addresses.length === 0) throw new EgressFailed('unreachable');
  // One address out of place is reason enough: whoever gives such answers may give them in turn.
  if (!allowed && !addresses.every(({ address }) => isSomebodyElse(address))) {
    throw new EgressFailed('refused');
  }
  return { url, addresses };
}

async function resolved(asking: ReturnType<Resolve>): Promise<readonly Address[]> {
  try {
    return await asking;
  } catch (cause) {
    throw new EgressFailed('unreachable', { cause });
  }
}

/** Public, and not this machine under its public address, where more may listen than is meant for everybody. */
function isSomebodyElse(address: string): boolean {
  if (!isPublicAddress(address)) return false;
  const own = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return !own.some((each) => each.address === address);
}
