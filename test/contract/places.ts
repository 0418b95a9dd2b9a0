import { PLACE_LENGTH } from '../../provider/artefact-store.ts';

/** Spells an id of a test. */
export type SpellId = (name: string) => string;

const SAME_PLACE = '#'.repeat(PLACE_LENGTH);

/** The same clauses for ids that are kept together, as the library makes them, and for ids kept wherever they fall. */
export const PLACES: readonly { readonly places: string; readonly at: SpellId }[] = [
  { places: 'equal places', at: (name) => name + SAME_PLACE },
  { places: 'different places', at: (name) => name },
];
