import { InvalidArgumentError } from 'commander';

/** Nodes look at the keys about once a second. */
const LOOK_SECONDS = 2;
/** Clocks that differ, and relying parties that do not ask twice within a minute. */
const EASE_SECONDS = 5 * 60;
const LONGEST_SECONDS = 366 * 24 * 60 * 60;

/** How long a key is published before it signs, when nobody says otherwise. */
export function usualLead(jwksMaxAgeSeconds: number): number {
  return jwksMaxAgeSeconds + EASE_SECONDS;
}

/** Undefined when every copy of the keys that may be used at the end of so short a time holds the new one. */
export function warningOfLead(leadSeconds: number, jwksMaxAgeSeconds: number): string | undefined {
  const least = jwksMaxAgeSeconds + LOOK_SECONDS;
  if (leadSeconds >= least) return undefined;
  return `warning: /jwks may be cached for ${jwksMaxAgeSeconds} s; with less than ${least} s, relying parties may meet a key they do not know`;
}

export function parseLead(text: string): number {
  const seconds = Number(text);
  if (/^\d+$/.test(text) && seconds <= LONGEST_SECONDS) return seconds;
  throw new InvalidArgumentError('must be a whole number of seconds');
}
