import type { Locale } from './locale.ts';

const LAWS: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  vi: { D69: 'Nghị định 69/2024/NĐ-CP', LoID: 'Luật Căn cước 2023' },
  en: { D69: 'Decree 69/2024/NĐ-CP', LoID: 'Law on Identification 2023' },
};
const VI_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bArts?\. (\d+)\((\d+)\)\(([a-z])\)/g, 'điểm $3 khoản $2 Điều $1'],
  [/\bArt\. (\d+)\((\d+)\)/g, 'khoản $2 Điều $1'],
  [/\bArts?\. /g, 'Điều '],
  [/ and (\d+)\((\d+)\)/g, ' và khoản $2 Điều $1'],
  [/ and /g, ' và '],
  [/ to /g, ' đến '],
];

/** An article as rules of law cite it (`D69, Arts. 10 and 11`), in words for a person. Pure. */
export function articleText(locale: Locale, article: string): string {
  const named = article.replaceAll(/\b(?:D69|LoID)\b/g, (law) => LAWS[locale][law] ?? law);
  if (locale === 'en')
    return named.replaceAll(/\bArts\./g, 'Articles').replaceAll(/\bArt\./g, 'Article');
  return VI_WORDS.reduce((text, [pattern, words]) => text.replaceAll(pattern, words), named);
}
