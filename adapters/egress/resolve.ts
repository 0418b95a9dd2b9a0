import { lookup, Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';

export interface Address {
  readonly address: string;
  readonly family: 4 | 6;
}

/** All addresses of a name, none when it has none; rejects when nobody can tell. Stops asking when `signal` aborts. */
export type Resolve = (hostname: string, signal: AbortSignal) => Promise<readonly Address[]>;

const QUERY_MS = 1_000;

/**
 * From DNS alone, not the hosts file: what this machine calls by a name is nobody else's business. Not `dns.lookup`,
 * either, which holds a thread for as long as a name server is silent.
 */
export const resolvePublicly: Resolve = async (hostname, signal) => {
  const resolver = new Resolver({ timeout: QUERY_MS, tries: 2 });
  const cancel = () => resolver.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    const [v4, v6] = await Promise.allSettled([
      resolver.resolve4(hostname),
      resolver.resolve6(hostname),
    ]);
    return [...addressesOf(v4, 4), ...addressesOf(v6, 6)];
  } finally {
    signal.removeEventListener('abort', cancel);
  }
};

/** As this machine sees it: for the origins an operator has named. */
export const resolveLocally: Resolve = async (hostname) => {
  const found = await lookup(hostname, { all: true });
  return found.map(({ address }) => addressOf(address));
};

export function addressOf(address: string): Address {
  return { address, family: isIP(address) === 6 ? 6 : 4 };
}

function addressesOf(
  answer: PromiseSettledResult<readonly string[]>,
  family: 4 | 6,
): readonly Address[] {
  if (answer.status === 'rejected') return [];
  return answer.value.map((address) => ({ address, family }));
}
