/** A translation of `Source`: the same keys, no more and no less. */
export type TranslationOf<Source> = { readonly [Key in keyof Source]: string };
