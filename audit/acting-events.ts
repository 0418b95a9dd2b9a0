import type { EventDefinitions } from './event-definition.ts';

/** Events of people who act for another: the context names both, who acts as the actor. */
export const ACTING_EVENTS: EventDefinitions<'personChosen' | 'assentDeclined'> = {
  personChosen: {
    type: 'acting.chosen',
    description:
      'A guardian or representative said for whom they are signing in. Their own factors follow, or came before.',
    fields: {
      basis:
        '`parent`, `appointed_guardian`, `represented_adult` or `legal_representative_of_organisation`',
    },
  },
  assentDeclined: {
    type: 'acting.assent_declined',
    description: 'A child said no to what the guardian had agreed to: nothing was shared.',
    fields: { scopes: 'What was asked about the child' },
  },
};
