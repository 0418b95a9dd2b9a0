import { NEWCOMER_SCOPES } from '../../clients/newcomer-policy.ts';
import { OPENID_CLAIMS, SCOPES } from '../../clients/scopes.ts';
import { code, codes, page, table } from './markdown.ts';
import { verifiedClaimsSection } from './verified-claims.ts';

export function scopesPage(): string {
  const newcomer = new Set(NEWCOMER_SCOPES);
  const sources = '`clients/scopes.ts`, `clients/newcomer-policy.ts` and `accounts/proofing.ts`';
  return page('Scopes and claims', sources, [
    'What leaves the house about a person is entitlement ∩ consent ∩ request: the scopes a client is entitled to, those ' +
      'the person agreed to, and those (or the single claims of the `claims` parameter) the request names.',
    `Every ID token says who and how surely: ${codes(OPENID_CLAIMS)}. \`sub\` is pairwise: another at each relying party.`,
    '`act` is there only where somebody acts for another, in ID token, userinfo, JWT access token and introspection alike ' +
      '(RFC 8693, section 4.1): `sub` and all claims are then about the person acted for, and `act.sub` is the guardian or ' +
      'representative, pairwise too. Relying parties that have not agreed to it never meet anybody who acts ' +
      '([ADR 0037](../adr/0037-acting-for-another.md)).',
    table(
      ['Scope', 'Claims', 'Self-registered clients', ''],
      SCOPES.map(({ scope, claims, sensitive }) => [
        code(scope),
        claims.length === 0 ? 'refresh tokens' : codes(claims),
        newcomer.has(scope) ? 'yes' : 'no',
        sensitive ? 'the consent page warns' : '',
      ]),
    ),
    'Claims about the person come from the userinfo endpoint; single claims also in the ID token when `claims.id_token` ' +
      'asks for them. Claims that are not known are absent, never null.',
    'Never released to anyone: religion, ethnicity, blood group, raw biometrics, the ground of a lock.',
    ...verifiedClaimsSection(),
  ]);
}
