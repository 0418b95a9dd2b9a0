import type { Location } from './keys.ts';

/**
 * An artefact is one string: when it was consumed (10 characters), where its grant lies (26), the sealed payload.
 * So that a mark is set in place, and a script sees whose the artefact is, without opening anything.
 */
export interface ArtefactRecord {
  /** Epoch seconds. */
  readonly consumed: number | null;
  readonly grant: Location | undefined;
  readonly sealed: string;
}

export const MARK_LENGTH = 10;
export const HEAD_LENGTH = 36;
/** No digit and no base64url character. */
export const NO_MARK = '.'.repeat(MARK_LENGTH);
const NO_GRANT = '.'.repeat(HEAD_LENGTH - MARK_LENGTH);
const LATEST_MARK = 10 ** MARK_LENGTH - 1;

export function markOf(consumed: number | null): string {
  if (consumed === null) return NO_MARK;
  const whole = Math.min(Math.max(Math.floor(consumed), 0), LATEST_MARK);
  return `${whole}`.padStart(MARK_LENGTH, '0');
}

export function grantField(grant: Location | undefined): string {
  return grant ?? NO_GRANT;
}

export function parseGrantField(field: string): Location | undefined {
  return field === NO_GRANT ? undefined : field;
}

export function parseRecord(record: string): ArtefactRecord {
  const mark = record.slice(0, MARK_LENGTH);
  return {
    consumed: mark === NO_MARK ? null : Number(mark),
    grant: parseGrantField(record.slice(MARK_LENGTH, HEAD_LENGTH)),
    sealed: record.slice(HEAD_LENGTH),
  };
}
