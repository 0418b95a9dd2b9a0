import type { Fault } from '../faults.ts';
import { MAGIC, magicNumbers, magicOf } from '../people/magic.ts';
import type { Organisation, Person } from '../people/person.ts';

export interface Home {
  readonly wanted: string;
  readonly people: readonly Person[];
  readonly organisations: readonly Organisation[];
  readonly faults: readonly Fault[];
  readonly day: string;
}

const STYLE = `
  :root { color-scheme: light dark; }
  body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 72rem; padding: 1.5rem 1rem; }
  h1 { margin: 0 0 .25rem; } h2 { margin: 2rem 0 .5rem; }
  table { border-collapse: collapse; width: 100%; }
  th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid #8886; }
  code { font-family: ui-monospace, monospace; white-space: nowrap; }
  input, button { font: inherit; padding: .3rem .6rem; }
  .wide { overflow-x: auto; }
  .day { white-space: nowrap; }
`;

/** Everything on one page, for whoever tries SenID by hand. */
export function homePage({ wanted, people, organisations, faults, day }: Home): string {
  const shown = people.filter(({ number }) => magicOf(number) === undefined);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Simulator of the State’s registers</title><style>${STYLE}</style></head><body>
<h1>Simulator of the State’s registers</h1>
<p>Population, immigration, civil status, organisations, biometric matcher, SMS and mail, as SenID sees them. Everybody here is made
up as of ${day}; the pictures are drawn. Save somebody’s face to hand it to SenID; anybody else’s is <em>no match</em>.</p>
<form action="/" method="get"><label for="q">Number or name</label>
<input id="q" name="q" value="${escaped(wanted)}"> <button>Search</button> ${wanted === '' ? '' : '<a href="/">everybody with a story</a>'}</form>
<h2>${wanted === '' ? 'People with a story' : `Found: ${shown.length}`}</h2>
<div class="wide"><table><thead><tr><th>Number</th><th>Who</th><th>Born</th><th>Documents</th><th>Good for</th><th>Pictures</th></tr></thead>
<tbody>${shown.map(personRow).join('\n')}</tbody></table></div>
${wanted === '' ? rest(organisations, faults) : ''}
</body></html>`;
}

function rest(organisations: readonly Organisation[], faults: readonly Fault[]): string {
  return `<h2>Organisations</h2>
<div class="wide"><table><thead><tr><th>Number</th><th>Name</th><th>Good for</th></tr></thead>
<tbody>${organisations.map(organisationRow).join('\n')}</tbody></table></div>
<h2>Magic numbers</h2>
<div class="wide"><table><thead><tr><th>Citizen</th><th>Foreigner</th><th>What happens</th><th>Face</th></tr></thead>
<tbody>${MAGIC.map(magicRow).join('\n')}</tbody></table></div>
<p>Phones: <code>…0000901</code> is refused, <code>…902</code> slow, <code>…903</code> down, <code>…911</code> loses the answer; mail to
<code>refused@</code>, <code>slow@</code>, <code>down@</code>, <code>lost@</code> likewise. Messages: <a href="/messages">/messages</a>.</p>
<h2>Faults switched on</h2>
${faults.length === 0 ? '<p>None.</p>' : `<ul>${faults.map(faultLine).join('\n')}</ul>`}
<p><code>curl -s localhost:3004/faults -d '{"system":"matcher","kind":"down"}'</code> switches one on,
<code>curl -s -X DELETE localhost:3004/faults</code> all off.<br>
<code>curl -s localhost:3004/people/F00000000062/changes -d '{"change":"document_renewed"}'</code> lets something happen to somebody.</p>`;
}

function personRow(person: Person): string {
  const { number, name, birthdate, story } = person;
  return `<tr><td><code>${number}</code></td><td>${escaped(name)}</td><td class="day">${birthdate}</td><td class="day">${documents(person)}</td>
<td>${escaped(story ?? '')}</td><td><a href="/people/${number}/face.png">face</a> <a href="/people/${number}/fingerprints.png">fingers</a></td></tr>`;
}

function documents(person: Person): string {
  const held =
    person.kind === 'citizen' ? [person.card] : [person.passport, person.residencePermit];
  const lines = held.flatMap((each) =>
    each === undefined
      ? []
      : [
          `<code>${each.number}</code> ${each.status === 'valid' ? 'until' : each.status} ${each.expiry}`,
        ],
  );
  return lines.length === 0 ? 'none' : lines.join('<br>');
}

function organisationRow({ number, name, story }: Organisation): string {
  return `<tr><td><code>${number}</code></td><td>${escaped(name)}</td><td>${escaped(story ?? '')}</td></tr>`;
}

function magicRow({ ending, story }: (typeof MAGIC)[number]): string {
  const { citizen, foreigner } = magicNumbers(ending);
  return `<tr><td><code>${citizen}</code></td><td><code>${foreigner}</code></td><td>${escaped(story)}</td>
<td><a href="/people/${citizen}/face.png">citizen</a> <a href="/people/${foreigner}/face.png">foreigner</a></td></tr>`;
}

function faultLine({ system, kind, times, struck, numbers }: Fault): string {
  const left = times === undefined ? 'until it is switched off' : `${times - struck} times more`;
  return `<li>${system}: ${kind}, ${left}${numbers === undefined ? '' : `, for ${escaped(numbers.join(', '))}`}</li>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
