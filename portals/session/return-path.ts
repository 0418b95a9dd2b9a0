const LONGEST = 500;

/** The path if it is one of this portal, its first page otherwise: nobody is sent anywhere else (CWE-601). */
export function returnPath(portalPath: string, wanted: string | undefined): string {
  if (wanted === undefined || wanted.length > LONGEST) return portalPath;
  // Control characters and backslashes are dropped or turned by URL parsers, each in its own way.
  if (!/^\/[\w\-./?=&%~+,:@!$'()*;]*$/.test(wanted)) return portalPath;
  const url = URL.parse(wanted, 'http://senid.invalid');
  if (url?.host !== 'senid.invalid') return portalPath;
  const inside = url.pathname === portalPath || url.pathname.startsWith(`${portalPath}/`);
  return inside ? url.pathname + url.search : portalPath;
}
