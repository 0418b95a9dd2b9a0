/**
 * The library fetches client documents through a dispatcher that refuses every private address. A sandbox lets its own
 * sample relying parties through, by exact origin, and nobody else: registration is open there.
 */
export function loopbackFetch(allowedOrigins: ReadonlySet<string>): typeof globalThis.fetch {
  return async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (!allowedOrigins.has(new URL(address).origin)) return globalThis.fetch(input, init);
    const { dispatcher: _closed, ...open } = (init ?? {}) as RequestInit & { dispatcher?: unknown };
    return globalThis.fetch(input, { ...open, redirect: 'error' });
  };
}
