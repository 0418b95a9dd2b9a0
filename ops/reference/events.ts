import { EVENT_CATALOGUE } from '../../audit/event-catalogue.ts';
import { code, page, table } from './markdown.ts';

export function eventsPage(): string {
  const events = Object.values(EVENT_CATALOGUE).toSorted((a, b) => (a.type < b.type ? -1 : 1));
  return page('Audit events', '`audit/event-catalogue.ts`', [
    'Everything that is recorded, append-only. Beside its own fields an event names, as far as they are known: its id ' +
      '(`aud_…`), the time, the request (`req_…`, the reference a person sees on an error page), the account (`acc_…`), ' +
      'the client, the authentication (`evt_…`, the claim `authentication_event_id`) and the consent (`con_…`).',
    'No event holds an identification number, a name, an address, a secret, a code, a token, or the value of a claim.',
    'To read them: `bin/senid audit list --type account.locked --limit 20`.',
    ...events.map(({ type, description, fields }) =>
      [
        `## ${type}`,
        description,
        table(
          ['Field', 'Meaning'],
          Object.entries(fields).map(([field, meaning]) => [code(field), `${meaning}.`]),
        ),
      ].join('\n\n'),
    ),
  ]);
}
