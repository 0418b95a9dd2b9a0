import type { ErrorEntry } from '../../web/errors/entry.ts';
import { errorDescription } from '../../web/errors/explain.ts';
import { specificationUri } from '../../web/errors/specifications.ts';
import { ERROR_AREAS, type ErrorArea } from '../../web/errors/table.ts';
import { messages } from '../../web/i18n/messages.ts';
import { code, page } from './markdown.ts';

/** Each error with its code, in English, with what a person is told in both languages. */
export function errorsPage(): string {
  return page('Errors', '`web/errors` and the texts of `web/i18n`', [
    'Every answer that refuses something has `error`, `error_description` and `error_uri` (RFC 6749, sections 4.1.2.1 and 5.2; ' +
      'RFC 6750, section 3). `error_uri` is `/errors/` and one of the codes below: a page with the same text, in Vietnamese and ' +
      'English. What can no longer be sent back to a relying party is a page.',
    'The same reference (`req_…`) is on the page, in the header `X-Request-Id`, in `request_id` of JSON, at the end of ' +
      '`error_description` after a redirect, in the log and in the audit trail.',
    'A code that is not in this list is a fault of SenID and is answered as `server_error`.',
    ...(Object.keys(ERROR_AREAS) as ErrorArea[]).flatMap((area) => [
      `## ${messages.en[`errors.area.${area}`]}`,
      ...Object.entries<ErrorEntry>(ERROR_AREAS[area]).map(([name, entry]) => section(name, entry)),
    ]),
  ]);
}

function section(name: string, entry: ErrorEntry): string {
  const told = (locale: 'en' | 'vi') => messages[locale][`error.${entry.people}.title`];
  const { error, parameter, says, example, specifications } = entry;
  return [
    `### ${code(name)}`,
    entry.cause.en,
    `**Remedy.** ${entry.remedy.en}`,
    [
      `- error: ${code(error)}`,
      ...(parameter === undefined ? [] : [`- parameter: ${code(parameter)}`]),
      ...(says === undefined ? [] : [`- description: ${errorDescription(name)}`]),
      `- a person reads: ${told('en')} · ${told('vi')}`,
      ...specifications.map((each) => `- [${each}](${specificationUri(each)})`),
    ].join('\n'),
    ...(example === undefined ? [] : [`\`\`\`text\n${example}\n\`\`\``]),
  ].join('\n\n');
}
