import { messages } from '../../web/i18n/messages.ts';
import { errorCodes, errorKind, type ErrorKind } from '../../web/pages/error-kind.ts';
import { code, codes, page, table } from './markdown.ts';

export function errorsPage(): string {
  const kinds = [...new Set(errorCodes.map(errorKind))];
  return page('Errors', '`web/pages/error-kind.ts` and the texts of `web/i18n`', [
    'A relying party gets an error code at its redirect URI, or in JSON from an endpoint. What can no longer be sent ' +
      'back to a relying party is a page: it shows the code, what it means in Vietnamese or English, and a reference ' +
      '(`req_…`) that is also in the log, the audit trail and the header `X-Request-Id`.',
    'A code that is not in this table is a fault of SenID and is answered as `server_error`.',
    table(
      ['Code', 'What the page says'],
      errorCodes
        .toSorted()
        .map((each) => [code(each), messages.en[`error.${errorKind(each)}.title`]]),
    ),
    ...kinds.map(section),
  ]);
}

function section(kind: ErrorKind): string {
  const told = (locale: 'en' | 'vi') => [
    messages[locale][`error.${kind}.title`],
    messages[locale][`error.${kind}.what`],
    messages[locale][`error.${kind}.next`],
  ];
  const [title = '', ...rest] = told('en');
  const [titleVi = '', ...restVi] = told('vi');
  return [
    `## ${title}`,
    rest.join(' '),
    `*${titleVi}.* ${restVi.join(' ')}`,
    `Codes: ${codes(errorCodes.filter((each) => errorKind(each) === kind))}`,
  ].join('\n\n');
}
