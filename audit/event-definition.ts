import type { EventData, EventName } from './event-data.ts';

export interface EventDefinition<Data> {
  /** As stored. */
  readonly type: string;
  readonly description: string;
  /** Field → meaning; what is not named here is not recorded. */
  readonly fields: { readonly [Field in keyof Data]: string };
}

/** The definitions of some events. */
export type EventDefinitions<Name extends EventName> = {
  readonly [Each in Name]: EventDefinition<EventData[Each]>;
};
