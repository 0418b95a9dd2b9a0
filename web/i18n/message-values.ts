import type { MessageKey } from './messages.ts';
import type { vi } from './vi.ts';

type NameOf<Argument extends string> = Argument extends `${infer Name},${string}` ? Name : Argument;

/** The names in braces of a message, read from the Vietnamese text, which never nests them (it has no plurals). */
type PlaceholderOf<Text extends string> = Text extends `${string}{${infer Argument}}${infer Rest}`
  ? NameOf<Argument> | PlaceholderOf<Rest>
  : never;

type Placeholder<Key extends MessageKey> = PlaceholderOf<(typeof vi)[Key]>;

/** The values a message needs: no second argument for a text without placeholders, all of them otherwise. */
export type MessageValues<Key extends MessageKey, Value> = [Placeholder<Key>] extends [never]
  ? []
  : [values: Readonly<Record<Placeholder<Key>, Value>>];
