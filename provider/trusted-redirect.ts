import { decodeJwt } from 'jose';
import type { errors, ErrorOut, KoaContextWithOIDC } from 'oidc-provider';

import { responseMode } from './explained-errors.ts';

/** What a request said that came by another way than the address; nothing of it has been believed yet. */
interface LostRequest {
  readonly redirectUri: string;
  readonly responseMode: string | undefined;
  readonly state: string | undefined;
}

const PUSHED = 'urn:ietf:params:oauth:request_uri:';

/**
 * The library answers an authorization error with a page when `redirect_uri` stood in a request object or a pushed
 * request that it then refused. The relying party is better told: the client is known, and the address is one of those
 * registered for it, which is all that makes a redirect trustworthy (RFC 6749, section 4.1.2.1; RFC 9101, section 6).
 *
 * True when the answer was sent to the relying party. Not for what the library holds back by itself (`allow_redirect`):
 * an address that is not registered, a store that does not answer; and not for a login that was answered before.
 */
export async function sendToRelyingParty(
  ctx: KoaContextWithOIDC,
  out: ErrorOut,
  error: Error,
): Promise<boolean> {
  const { client, route } = ctx.oidc;
  if (client === undefined || route !== 'authorization' || !isForRelyingParty(error)) return false;
  const lost = await findLostRequest(ctx);
  if (lost === undefined || !client.redirectUriAllowed(lost.redirectUri)) return false;
  const { redirectUri, responseMode: mode, state = out.state } = lost;
  // The modes look at the parameters, and the page for `form_post` at whether the address was checked.
  const { provider, params } = ctx.oidc;
  Object.assign(params ?? {}, { redirect_uri: redirectUri, response_mode: mode });
  Object.assign(ctx.oidc, { redirectUriCheckPerformed: true });
  await responseMode(provider, mode)(ctx, redirectUri, {
    ...out,
    ...(state === undefined ? {} : { state }),
    iss: provider.issuer,
  });
  return true;
}

function isForRelyingParty(error: Error & Partial<errors.OIDCProviderError>): boolean {
  return error.expose === true && error.allow_redirect === true;
}

async function findLostRequest(ctx: KoaContextWithOIDC): Promise<LostRequest | undefined> {
  const { params = {}, provider, client } = ctx.oidc;
  // What stood in the address has been looked at by the library.
  if (params['redirect_uri'] !== undefined) return undefined;
  const uri = params['request_uri'];
  if (typeof uri !== 'string' || !uri.startsWith(PUSHED)) return readRequest(params['request']);
  const pushed = await provider.PushedAuthorizationRequest.find(uri.slice(PUSHED.length), {
    ignoreExpiration: true,
  });
  const request = readRequest(pushed?.request);
  return request?.clientId === client?.clientId ? request : undefined;
}

function readRequest(request: unknown): (LostRequest & { clientId: unknown }) | undefined {
  if (typeof request !== 'string') return undefined;
  try {
    const claims = decodeJwt<Readonly<Record<string, unknown>>>(request);
    const { redirect_uri: redirectUri, response_mode: mode, state, client_id: clientId } = claims;
    if (typeof redirectUri !== 'string') return undefined;
    return { redirectUri, responseMode: textOf(mode), state: textOf(state), clientId };
  } catch {
    // Not a JWT, or one for us to decrypt: there is nothing to read in it.
    return undefined;
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
