import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** IANA's registry of special IPv4 addresses, and what clouds use for their own: never a relying party. */
const SPECIAL_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16/32', // Azure's platform, metadata among it
  '169.254.0.0/16', // link-local: metadata of most clouds
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3', // multicast, reserved, broadcast
] as const;

/**
 * Of IPv6 only what IANA gives out as global unicast is public: so no loopback, unique-local, link-local, multicast,
 * IPv4-mapped, IPv4-compatible or NAT64 address ever is, `fd00:ec2::254` included.
 */
const GLOBAL_V6 = '2000::/3';
const SPECIAL_V6 = [
  '2001::/23', // protocol assignments: Teredo and ORCHID among them
  '2001:db8::/32',
  '2002::/16', // 6to4: an IPv4 address inside
  '2620:4f:8000::/48',
  '3fff::/20',
] as const;

const specialV4 = blockList(SPECIAL_V4, 'ipv4');
const globalV6 = blockList([GLOBAL_V6], 'ipv6');
const specialV6 = blockList(SPECIAL_V6, 'ipv6');

/** An address in its usual text form that belongs to no special range (RFC 6890). False for whatever is no address. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !specialV4.check(address, 'ipv4');
  if (!isIPv6(address) || address.includes('%')) return false;
  return (
    globalV6.check(address, 'ipv6') && !specialV6.check(address, 'ipv6') && !holdsIsatap(address)
  );
}

/** RFC 5214: `…:0:5efe:a.b.c.d` is a way to the IPv4 address at its end. */
function holdsIsatap(address: string): boolean {
  return ISATAP.some((prefix) => groupsOf(address).slice(4, 6).join(':') === prefix);
}

const ISATAP = ['0:5efe', '200:5efe'];

/** The eight groups, without leading zeros. */
function groupsOf(address: string): readonly string[] {
  // The URL parser writes every address in one way (RFC 5952), an IPv4 part as two groups.
  const [left = '', right] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const head = left === '' ? [] : left.split(':');
  const tail = right === undefined || right === '' ? [] : right.split(':');
  return [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail];
}

function blockList(subnets: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [net = '', bits] = subnet.split('/');
    list.addSubnet(net, Number(bits), family);
  }
  return list;
}
