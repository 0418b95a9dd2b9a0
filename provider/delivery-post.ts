import type { SendOutcome } from '../clients/delivery-policy.ts';
import { EgressFailed } from '../errors.ts';

/** A circuit is open for so long; trying sooner is not an attempt. */
const CIRCUIT_MS = 30_000;

/**
 * One post to a relying party. 200 and 204 took it, 400 will not (OpenID Connect Back-Channel Logout 1.0, section 2.8);
 * anything else, and no answer at all, is worth another try. Whatever kept an address from answering is `no_answer`:
 * it is shown to whoever gave the address.
 */
export async function postDelivery(
  fetch: typeof globalThis.fetch,
  uri: string,
  request: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
): Promise<SendOutcome> {
  let response: Response;
  try {
    response = await fetch(uri, { method: 'POST', redirect: 'manual', ...request });
  } catch (error) {
    if (!(error instanceof EgressFailed)) throw error;
    if (error.reason === 'circuit_open') {
      return { kind: 'postponed', afterMs: CIRCUIT_MS, error: 'no_answer' };
    }
    return { kind: 'failed', status: undefined, error: 'no_answer' };
  }
  const { status } = response;
  if (status === 200 || status === 204) return { kind: 'delivered', status };
  if (status !== 400) return { kind: 'failed', status, error: 'unexpected_status' };
  return { kind: 'refused', status, error: errorOf(await response.text()) };
}

/** As codes are written: what stands in our log and audit must not be able to name a person. */
const ERROR_CODE = /^[a-z][a-z_]{0,39}$/;

/** RFC 6749, section 5.2: the code alone. */
function errorOf(body: string): string {
  try {
    const parsed: unknown = JSON.parse(body);
    const error =
      typeof parsed === 'object' && parsed !== null && 'error' in parsed ? parsed.error : '';
    if (typeof error === 'string' && ERROR_CODE.test(error)) {
      return error;
    }
  } catch {
    // It need not be JSON.
  }
  return 'refused';
}
