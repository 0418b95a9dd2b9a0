/** Every first segment of an address that has a meaning. */
const SEGMENTS = [
  'authorize',
  'token',
  'userinfo',
  'jwks',
  'par',
  'introspect',
  'revoke',
  'logout',
  'device-authorization',
  'device',
  'backchannel',
  'approvals',
  'officer',
  'account',
  'not-me',
  'recover',
  'register',
  'deliveries',
  'interaction',
  'enrol',
  'application',
  'activate',
  'errors',
  'assets',
  'sandbox',
  'health',
  'metrics',
  '.well-known',
] as const;

export const ROUTE_NAMES = ['home', ...SEGMENTS, 'resume', 'other'] as const;
export type RouteName = (typeof ROUTE_NAMES)[number];

const known: ReadonlyMap<string, RouteName> = new Map(SEGMENTS.map((name) => [name, name]));

/** Of an address only what it is for: the rest carries ids, codes and tokens. One of `ROUTE_NAMES`, whatever is asked. */
export function routeOf(path: string): RouteName {
  const end = path.indexOf('/', 1);
  const first = end === -1 ? path.slice(1) : path.slice(1, end);
  if (first === '') return 'home';
  // `/authorize/:uid` and `/device/:uid` are where the library goes on after an interaction.
  if ((first === 'authorize' || first === 'device') && end !== -1) return 'resume';
  return known.get(first) ?? 'other';
}
