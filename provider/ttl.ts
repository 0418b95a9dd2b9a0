import { GRANT_SECONDS } from '../clients/account-logout.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Lifetimes in seconds. A grant must outlive every refresh token under it (LIBRARY, section 0.6). That of a code: `TierRules`. */
export const TTL = {
  AccessToken: 10 * MINUTE,
  /** At most; a relying party may ask for less (`ciba.ts`). */
  BackchannelAuthenticationRequest: 10 * MINUTE,
  ClientCredentials: 10 * MINUTE,
  /** Time to find another device, open a page there, type a code and log in. */
  DeviceCode: 10 * MINUTE,
  Grant: GRANT_SECONDS,
  IdToken: 10 * MINUTE,
  Interaction: 15 * MINUTE,
  RefreshToken: 14 * DAY,
  /** Idle time; what the session has proven ends after `LEDGER_SECONDS` whatever happens. */
  Session: HOUR,
} as const;
