const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The only door for addresses that a client supplied (logo, home page, policy): https anywhere, http on loopback,
 * anything else (`javascript:`, `data:`, relative, with credentials) is not linked at all. No view engine does this for us.
 */
export function safeUrl(value: unknown): string | undefined {
  if (typeof value !== 'string' || !URL.canParse(value)) return undefined;
  const url = new URL(value);
  if (url.username !== '' || url.password !== '') return undefined;
  if (url.protocol === 'https:') return url.href;
  if (url.protocol === 'http:' && isLoopback(url.hostname)) return url.href;
  return undefined;
}

function isLoopback(hostname: string): boolean {
  return loopback.has(hostname) || hostname.endsWith('.localhost');
}
