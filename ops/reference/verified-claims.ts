import type { AccountLevel } from '../../accounts/account.ts';
import {
  ASSURED_DOCUMENTS,
  ASSURED_RECORDS,
  PROOFING,
  TRUST_FRAMEWORK,
  VERIFIABLE_CLAIMS,
} from '../../accounts/proofing.ts';
import { SCOPES } from '../../clients/scopes.ts';
import { DETAIL_NAMES, DETAILS } from '../../clients/verified-claims/details.ts';
import { code, codes, table } from './markdown.ts';

const EXAMPLE = {
  userinfo: {
    verified_claims: {
      verification: {
        trust_framework: { value: TRUST_FRAMEWORK },
        assurance_level: { value: 'level_02' },
        time: { max_age: 31_536_000 },
        evidence: [{ type: { value: 'document' }, document_details: { type: null } }],
      },
      claims: {
        name: { essential: true, purpose: 'To write the contract in your name' },
        birthdate: null,
      },
    },
  },
};

/** The part of the page on scopes that is about `verified_claims`. */
export function verifiedClaimsSection(): readonly string[] {
  return [
    '## Verified claims',
    'OpenID Connect for Identity Assurance 1.0: claims together with how they were verified, asked for as `verified_claims` ' +
      'in the `claims` parameter, for userinfo or the ID token. One object, or a list of alternatives of which each is ' +
      'answered or left out by itself.',
    `\`\`\`json\n${JSON.stringify(EXAMPLE, undefined, 2)}\n\`\`\``,
    `The trust framework is ${code(TRUST_FRAMEWORK)}. A verified claim stands under the same scopes as the plain one, and is ` +
      'agreed to by itself, together with the details that come along.',
    table(
      ['Verified claim', 'For clients entitled to one of'],
      VERIFIABLE_CLAIMS.map((claim) => [code(claim), codes(scopesWith(claim))]),
    ),
    table(
      ['Members of `verification`', 'For clients entitled to one of', 'Agreed to'],
      [
        [
          codes(['trust_framework', 'assurance_level', 'assurance_process']),
          'any',
          'no: every ID token tells the level',
        ],
        ...DETAIL_NAMES.map((detail) => {
          const { members, governedBy } = DETAILS[detail];
          const scopes = governedBy === undefined ? 'any' : codes(scopesWith(governedBy));
          return [codes(members), scopes, 'with the claim'];
        }),
      ],
    ),
    table(
      [
        'Account level',
        '`assurance_level`',
        '`procedure`',
        'Checks of documents',
        'Checks of the record',
        'Since',
      ],
      PROOFING.flatMap(({ effectiveFrom, source, value }) =>
        ([1, 2] satisfies AccountLevel[]).map((level) => [
          String(level),
          code(value[level].assuranceLevel),
          code(value[level].procedure),
          codes(value[level].documentChecks),
          codes(value[level].recordChecks),
          `${effectiveFrom} (${source})`,
        ]),
      ),
    ),
    `Documents: ${codes(Object.values(ASSURED_DOCUMENTS))}. Records: ${codes(
      Object.values(ASSURED_RECORDS).filter((type) => type !== undefined),
    )}, in the register of SenID itself. \`time\` is when the account was made, which is when its proofing was decided. ` +
      'Checks: `data`, the data were compared; `vpip`, the document was examined in person; `bvp`, face and fingerprints were compared in person.',
    '`value`, `values` and `max_age` that are not met: of a claim, the claim is left out; of `verification`, the alternative. ' +
      'Where nothing can be told, the ID token is without `verified_claims`, and userinfo has it with empty `claims`, the same ' +
      'whatever the reason. None of this is an error, `essential` or not; a malformed request is (`invalid_request`).',
    '`purpose`, of a verified or a plain claim, is shown to the person as the words of the service: 3 to 300 characters.',
  ];
}

function scopesWith(claim: string): readonly string[] {
  return SCOPES.filter(({ claims }) => claims.includes(claim)).map(({ scope }) => scope);
}
