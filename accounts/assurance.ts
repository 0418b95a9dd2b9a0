import type { AccountLevel } from './account.ts';

/**
 * The one table of assurance (design, section 2), published as `docs/reference/assurance.md`.
 * Levels, values and aliases are named nowhere else.
 */
export const LOW = 'urn:senid:loa:low';
export const SUBSTANTIAL = 'urn:senid:loa:substantial';
const HIGH = 'urn:senid:loa:high';

/** Mức độ xác thực điện tử (D69, Art. 20): what one authentication amounts to. 0: nothing was proven. */
export type AuthenticationLevel = 0 | 1 | 2 | 3 | 4;

/** What a value demands; every member is a minimum. */
export interface Requirement {
  readonly accountLevel: AccountLevel;
  readonly authenticationLevel: AuthenticationLevel;
  /** A passkey under user verification: phishing-resistant. */
  readonly passkey: boolean;
  /** That passkey cannot leave its authenticator (BE flag not set). */
  readonly deviceBound: boolean;
  /** A fresh match against the State's biometric record. */
  readonly biometric: boolean;
}

export interface AcrDefinition {
  readonly value: string;
  /** Place on our own ladder; undefined for values of other vocabularies. */
  readonly rank: number | undefined;
  /** Understood in requests, answered with the value named here. */
  readonly aliasOf: string | undefined;
  readonly eidas: string | undefined;
  readonly meaning: string;
  readonly requirement: Requirement;
}

const anyFactor: Requirement = {
  accountLevel: 1,
  authenticationLevel: 1,
  passkey: false,
  deviceBound: false,
  biometric: false,
};
const phishingResistant: Requirement = { ...anyFactor, authenticationLevel: 2, passkey: true };

export const ACR_TABLE: readonly AcrDefinition[] = [
  {
    value: LOW,
    rank: 1,
    aliasOf: undefined,
    eidas: 'low',
    meaning: 'An account of any level, and one factor or more.',
    requirement: anyFactor,
  },
  {
    value: SUBSTANTIAL,
    rank: 2,
    aliasOf: undefined,
    eidas: 'substantial',
    meaning: 'A level-2 account, and a passkey under user verification.',
    requirement: { ...phishingResistant, accountLevel: 2 },
  },
  {
    value: HIGH,
    rank: 3,
    aliasOf: undefined,
    eidas: 'high',
    meaning:
      'A level-2 account, a device-bound passkey under user verification, and a fresh match against the State biometric record.',
    requirement: {
      accountLevel: 2,
      authenticationLevel: 3,
      passkey: true,
      deviceBound: true,
      biometric: true,
    },
  },
  {
    value: 'phr',
    rank: undefined,
    aliasOf: undefined,
    eidas: undefined,
    meaning:
      'OpenID EAP ACR Values 1.0: phishing-resistant. An account of any level, and a passkey.',
    requirement: phishingResistant,
  },
  {
    value: 'phrh',
    rank: undefined,
    aliasOf: undefined,
    eidas: undefined,
    meaning:
      'OpenID EAP ACR Values 1.0: phishing-resistant and hardware-protected. An account of any level, and a device-bound passkey.',
    requirement: { ...phishingResistant, deviceBound: true },
  },
  {
    value: 'LoA1',
    rank: undefined,
    aliasOf: LOW,
    eidas: 'low',
    meaning: 'What the national portal has always asked for; the same as low.',
    requirement: anyFactor,
  },
];

/** Our own values, weakest first. */
export const LADDER: readonly AcrDefinition[] = ACR_TABLE.filter(({ rank }) => rank !== undefined);

/** What clients may ask for: `acr_values_supported`. */
export const ACR_VALUES: readonly string[] = ACR_TABLE.map(({ value }) => value);

const byValue = new Map(ACR_TABLE.map((definition) => [definition.value, definition]));

/** Aliases resolved; undefined for a value we do not know. */
export function findAcr(value: string): AcrDefinition | undefined {
  const definition = byValue.get(value);
  return definition?.aliasOf === undefined ? definition : byValue.get(definition.aliasOf);
}

/** Both at once. */
export function strictest(a: Requirement, b: Requirement): Requirement {
  return {
    accountLevel: a.accountLevel > b.accountLevel ? a.accountLevel : b.accountLevel,
    authenticationLevel:
      a.authenticationLevel > b.authenticationLevel ? a.authenticationLevel : b.authenticationLevel,
    passkey: a.passkey || b.passkey,
    deviceBound: a.deviceBound || b.deviceBound,
    biometric: a.biometric || b.biometric,
  };
}
