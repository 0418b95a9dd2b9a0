type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * False when a header says that the request was for another host, or came by another scheme, than the site's. Nothing is
 * ever taken from these headers; what contradicts the configuration is an attack or a proxy set up wrongly, and both are
 * better refused than answered as if it were not there. Every value of a list must fit, whoever in front added it.
 */
export function fitsSite(headers: Headers, site: string): boolean {
  const { host, protocol } = new URL(site);
  const fitsHost = (said: string) => hostOf(said, protocol) === host;
  const fitsScheme = (said: string) => `${said}:` === protocol;
  const forwarded = pairsOf(headers['forwarded']);
  return (
    [...valuesOf(headers['x-forwarded-host']), ...valuesOf(headers['x-original-host'])].every(
      fitsHost,
    ) &&
    valuesOf(headers['x-forwarded-proto']).every(fitsScheme) &&
    forwarded.every(
      ([name, value]) =>
        (name !== 'host' || fitsHost(value)) && (name !== 'proto' || fitsScheme(value)),
    )
  );
}

/** As a URL of that scheme has it: in lower case, without the port that goes without saying. */
function hostOf(said: string, protocol: string): string | undefined {
  return /[/@?#\\]/.test(said) ? undefined : URL.parse(`${protocol}//${said}`)?.host;
}

function valuesOf(header: string | readonly string[] | undefined): readonly string[] {
  return [header ?? []]
    .flat()
    .flatMap((line) => line.split(','))
    .map((value) => value.trim().toLowerCase());
}

/** RFC 7239, section 4: elements by commas, pairs by semicolons, values perhaps quoted. */
function pairsOf(header: Headers[string]): readonly (readonly [name: string, value: string])[] {
  return valuesOf(header)
    .flatMap((element) => element.split(';'))
    .map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [name.trim(), value.join('=').trim().replaceAll('"', '')] as const;
    });
}
