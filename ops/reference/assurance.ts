import { ACR_TABLE, type AcrDefinition } from '../../accounts/assurance.ts';
import { contextOf } from '../../accounts/authentication-context.ts';
import type { Factor } from '../../accounts/factors.ts';
import { code, codes, page, table } from './markdown.ts';

export function assurancePage(): string {
  return page('Assurance', '`accounts/assurance.ts` and `accounts/authentication-context.ts`', [
    'An `acr` is one minimum over two scales: how the holder was proofed when the account was issued (account level, ' +
      '*mức độ tài khoản*, 1 or 2), and what was proven in this login (authentication level, *mức độ xác thực*, ' +
      '1 to 4; Decree 69/2024, Art. 20).',
    table(
      [
        '`acr`',
        'Account level',
        'Authentication level',
        'Passkey',
        'Biometric match',
        'eIDAS',
        'Meaning',
      ],
      ACR_TABLE.map(acrRow),
    ),
    [
      '- A higher level satisfies a lower request, and the answer names the strongest rung of the ladder that was',
      '  reached. `phr` and `phrh` are answered as asked.',
      '- `acr_values` and an essential `acr` in `claims` both bind: the first value that the account can reach is',
      '  demanded, and nothing below it is ever given. What cannot be reached ends with',
      '  `unmet_authentication_requirements`; with `prompt=none` and no session it is `login_required`.',
      '- `max_age` holds for each factor the `acr` rests on. `auth_time` is the time of the oldest of them.',
      '- `urn:senid:loa:high` needs a match against the State biometric record, which this SenID cannot have yet.',
    ].join('\n'),
    '## What a login amounts to',
    table(
      ['Proven', '`authentication_level`', '`amr` (RFC 8176)'],
      LOGINS.map(([proven, factors]) => {
        const { amr, authenticationLevel } = contextOf('', ANY, factors);
        return [proven, String(authenticationLevel), codes(amr)];
      }),
    ),
    'A passkey counts under user verification only. Its user verification cannot tell a PIN from a face, so alone it ' +
      'never exceeds level 2.',
  ]);
}

function acrRow({ value, aliasOf, eidas, meaning, requirement }: AcrDefinition): readonly string[] {
  const { accountLevel, authenticationLevel, passkey, deviceBound, biometric } = requirement;
  return [
    code(value),
    `≥ ${accountLevel}`,
    `≥ ${authenticationLevel}`,
    deviceBound ? 'device-bound' : passkey ? 'any' : '',
    biometric ? 'yes' : '',
    eidas ?? '',
    aliasOf === undefined ? meaning : `${meaning} Answered as ${code(aliasOf)}.`,
  ];
}

const ANY = {
  accountLevel: 1,
  authenticationLevel: 1,
  passkey: false,
  deviceBound: false,
  biometric: false,
} as const;

const proven = {
  at: 0,
  transaction: '',
  audience: { clientId: '', organisationId: 'org_', publicService: false },
} as const;
const password: Factor = { ...proven, method: 'pwd' };
const codeBySms: Factor = { ...proven, method: 'otp', channel: 'sms' };
const biometricMatch: Factor = { ...proven, method: 'biometric', evidenceId: '' };
const passkey = (deviceBound: boolean): Factor => ({
  ...proven,
  method: 'passkey',
  passkeyId: 'pk_',
  userVerified: true,
  deviceBound,
});

const LOGINS: readonly (readonly [string, readonly Factor[]])[] = [
  ['password and one-time code (SMS)', [password, codeBySms]],
  ['synced passkey', [passkey(false)]],
  ['device-bound passkey', [passkey(true)]],
  ['device-bound passkey, biometric match', [passkey(true), biometricMatch]],
  ['password, device-bound passkey, biometric match', [password, passkey(true), biometricMatch]],
];
