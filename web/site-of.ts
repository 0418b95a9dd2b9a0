/** The front page of the site an address belongs to; undefined where there is none, as for a native application. */
export function siteOf(address: string | undefined): string | undefined {
  const origin = (address === undefined ? null : URL.parse(address))?.origin ?? 'null';
  return origin === 'null' ? undefined : `${origin}/`;
}
