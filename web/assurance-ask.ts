export type AssuranceWord = 'low' | 'substantial' | 'high';

/** What the relying party asks for, in the words of the ladder (design, section 2). */
export interface AssuranceAsk {
  readonly level: AssuranceWord;
  /** The relying party's own reason, in the language of the page. */
  readonly reason?: string | undefined;
}
