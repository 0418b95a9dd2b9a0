import { CONFORMANCE_CODE } from './accounts/conformance-code.ts';
import { PERSONA_PASSWORD, personas } from './accounts/personas.ts';
import type { Config } from './config.ts';

/** What a newcomer needs to see when the sandbox is up. Its people are made up; nothing here is a secret. */
export function sandboxBanner(
  { issuer, dataFolder, profile, registers, simulator }: Config,
  sites: readonly { readonly name: string; readonly uri: string }[],
  now: number,
): string {
  const people = personas(now).map(({ login, account, notable }) =>
    [`  ${login.padEnd(14)}`, account.name.padEnd(18), `level ${account.level}`, notable.en].join(
      '  ',
    ),
  );
  return [
    ...(profile === 'conformance' ? conformanceWarning() : []),
    '',
    `SenID sandbox      ${issuer}`,
    `  discovery        ${issuer}/.well-known/openid-configuration`,
    `  messages sent    ${issuer}/sandbox/outbox`,
    `  people           ${issuer}/sandbox/personas`,
    `  registers        ${registers?.url ?? 'none: whatever needs one waits'}${simulator === undefined ? '' : ' (simulator: people, faces, magic numbers)'}`,
    `  officer console  ${issuer}/officer`,
    ...sites.map(({ name, uri }) => `  ${uri.padEnd(24)} ${name}`),
    '',
    `Log in as (password of all: ${PERSONA_PASSWORD}; one-time codes: ${issuer}/sandbox/outbox)`,
    ...people,
    '',
    'Register a relying party of your own:',
    `  curl -s ${issuer}/register -H 'content-type: application/json' -d '{"redirect_uris":["http://localhost:8080/callback"],"client_name":"My first service"}'`,
    '',
    `Data is kept in ${dataFolder ?? 'PostgreSQL and Redis'}; Ctrl-C ends.`,
    '',
  ].join('\n');
}

function conformanceWarning(): readonly string[] {
  const line = '!'.repeat(78);
  return [
    '',
    line,
    '!!  CONFORMANCE PROFILE: a target for test suites, not a login for anybody.',
    `!!  Every one-time code is ${CONFORMANCE_CODE}; PKCE is optional for confidential clients;`,
    '!!  whoever reaches this server may rotate its keys.',
    line,
  ];
}
