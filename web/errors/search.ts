import type { Locale } from '../i18n/locale.ts';
import type { ErrorEntry } from './entry.ts';
import { ERROR_AREAS, type ErrorArea } from './table.ts';

export interface FoundArea {
  readonly area: ErrorArea;
  readonly entries: readonly (readonly [code: string, entry: ErrorEntry])[];
}

/** Entries that hold every word of `query` somewhere, by area; all of them for an empty one. */
export function searchErrors(query: string, locale: Locale): readonly FoundArea[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return (Object.keys(ERROR_AREAS) as ErrorArea[]).flatMap((area) => {
    const entries = Object.entries<ErrorEntry>(ERROR_AREAS[area]).filter(([code, entry]) => {
      const text = plain(textOf(code, entry, locale));
      return words.every((word) => text.includes(word));
    });
    return entries.length === 0 ? [] : [{ area, entries }];
  });
}

function textOf(code: string, entry: ErrorEntry, locale: Locale): string {
  const { error, says = '', parameter = '', cause, remedy } = entry;
  return [code, error, says, parameter, cause[locale], remedy[locale]].join(' ');
}

/** Letters without case and marks: people type `yeu cau` for `yêu cầu`. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
}
