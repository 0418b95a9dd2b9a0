import { LOW, SUBSTANTIAL } from '../../accounts/assurance.ts';
import {
  ACCOUNT_CLIENT_ID,
  OFFICER_CLIENT_ID,
  portalSecret,
  type OwnClientsSite,
} from '../../clients/own-client.ts';
import type { Portal } from './portal.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** A proof that lets somebody decide about another person's account is no older than this. */
export const FRESH_PROOF_SECONDS = 5 * MINUTE;

export function officerPortal(site: OwnClientsSite): Portal {
  return {
    name: 'officer',
    path: '/officer',
    clientId: OFFICER_CLIENT_ID,
    clientSecret: portalSecret(OFFICER_CLIENT_ID, site),
    acr: SUBSTANTIAL,
    loginMaxAgeSeconds: FRESH_PROOF_SECONDS,
    idleSeconds: 30 * MINUTE,
    longestSeconds: 8 * HOUR,
  };
}

export function accountPortal(site: OwnClientsSite): Portal {
  return {
    name: 'account',
    path: '/account',
    clientId: ACCOUNT_CLIENT_ID,
    clientSecret: portalSecret(ACCOUNT_CLIENT_ID, site),
    acr: LOW,
    loginMaxAgeSeconds: 30 * MINUTE,
    idleSeconds: 30 * MINUTE,
    longestSeconds: 12 * HOUR,
  };
}
