import type { Locale } from './i18n/locale.ts';

/** The same page in another language. Only path and query of `path` survive: it may come from the request line. */
export function languageHref(path: string, locale: Locale): string {
  const url = new URL('http://senid.invalid');
  const [pathname = '/', ...query] = path.split('?');
  url.pathname = `/${pathname.replace(/^[/\\]+/, '')}`;
  url.search = query.join('?');
  url.searchParams.set('lang', locale);
  return url.pathname.replace(/^\/+/, '/') + url.search;
}
