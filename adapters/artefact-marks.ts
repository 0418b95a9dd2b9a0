/** The model whose id is the grant id itself. */
export const GRANT = 'Grant';

/**
 * A revocation is remembered as long as anything of the grant would have lived, and never shorter than this: longer
 * than any request that was under way meanwhile.
 */
export const LEAST_TOMBSTONE_SECONDS = 86_400;

/** oidc-provider writes epoch seconds; anything else that is set means "spent". */
export function consumedAt(consumed: unknown, now: number): number | null {
  if (typeof consumed === 'number') return consumed;
  return consumed === undefined || consumed === false || consumed === null
    ? null
    : epochSeconds(now);
}

export function epochSeconds(now: number): number {
  return Math.floor(now / 1_000);
}
