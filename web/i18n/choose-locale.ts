import { defaultLocale, isLocale, type Locale } from './locale.ts';

/** Where a wish for a language may come from, strongest first. */
export interface LocaleWishes {
  /** `?lang=` of this request: the person has just pressed the switch. */
  readonly query?: string | undefined;
  /** What the person chose before. */
  readonly cookie?: string | undefined;
  /** `ui_locales` of the authorization request: BCP 47 tags, space-separated, best first (OIDC Core 3.1.2.1). */
  readonly uiLocales?: string | undefined;
  readonly acceptLanguage?: string | undefined;
}

/** The first wish we can serve; Vietnamese when there is none. Never throws: all of it comes from outside. */
export function chooseLocale(wishes: LocaleWishes): Locale {
  return (
    exact(wishes.query) ??
    exact(wishes.cookie) ??
    firstServed(wishes.uiLocales?.split(/\s+/)) ??
    firstServed(byQuality(wishes.acceptLanguage)) ??
    defaultLocale
  );
}

function exact(value: string | undefined): Locale | undefined {
  return isLocale(value) ? value : undefined;
}

function firstServed(tags: readonly string[] | undefined): Locale | undefined {
  for (const tag of tags ?? []) {
    const primary = tag.toLowerCase().split(/[-_]/)[0];
    if (isLocale(primary)) return primary;
  }
  return undefined;
}

/** RFC 9110, section 12.5.4; a quality of 0 means "not acceptable". */
function byQuality(header: string | undefined): readonly string[] {
  return (header ?? '')
    .split(',')
    .slice(0, 20)
    .map((range) => {
      const [tag = '', ...parameters] = range.split(';').map((part) => part.trim());
      const q = parameters.find((parameter) => parameter.startsWith('q='));
      const quality = q === undefined ? 1 : Number(q.slice(2));
      return { tag, quality: Number.isFinite(quality) ? quality : 0 };
    })
    .filter(({ tag, quality }) => tag !== '' && quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}
