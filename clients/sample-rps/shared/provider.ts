import * as client from 'openid-client';

/** What a relying party needs to know about itself and its provider. */
export interface RelyingParty {
  readonly clientId: string;
  /** `http://localhost:3001`; never taken from a request. */
  readonly origin: string;
  /** The provider's metadata with our credentials: discovered at first use, and again after a failure. */
  readonly provider: () => Promise<client.Configuration>;
  /** How a request gets to the provider: in the URL, or pushed beforehand (PAR, RFC 9126). */
  readonly authorizationUrl: (
    provider: client.Configuration,
    parameters: Record<string, string>,
    possession: client.DPoPOptions,
  ) => URL | Promise<URL>;
  /** What makes the tokens ours alone, for each call that gets or uses one; empty when anybody who holds them may. */
  readonly possession: (provider: client.Configuration) => client.DPoPOptions;
}

export interface RelyingPartyOptions extends Omit<RelyingParty, 'provider' | 'possession'> {
  readonly issuer: string;
  /** Tokens are then bound to this key (DPoP, RFC 9449). */
  readonly dpopKeys?: client.CryptoKeyPair;
  readonly authentication: client.ClientAuth;
}

/** The provider did not answer, or answered that it cannot now. */
export class ProviderAway extends Error {
  override readonly name = 'ProviderAway';
}

/** How far two clocks may differ. Small, because the freshness of an authentication is measured with it. */
const CLOCK_TOLERANCE_SECONDS = 10;
const TIMEOUT_SECONDS = 10;

export function relyingParty(options: RelyingPartyOptions): RelyingParty {
  const { clientId, origin, authorizationUrl, dpopKeys } = options;
  let known: Promise<client.Configuration> | undefined;
  const provider = () => {
    known ??= discover(options).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
  return { clientId, origin, authorizationUrl, provider, possession: possessionOf(dpopKeys) };
}

/** One handle for each discovered provider: it remembers the nonce that was told last. */
function possessionOf(keys: client.CryptoKeyPair | undefined): RelyingParty['possession'] {
  const handles = new WeakMap<client.Configuration, client.DPoPHandle>();
  return (provider) => {
    if (keys === undefined) return {};
    const handle = handles.get(provider) ?? client.getDPoPHandle(provider, keys);
    handles.set(provider, handle);
    return { DPoP: handle };
  };
}

async function discover(options: RelyingPartyOptions): Promise<client.Configuration> {
  const issuer = new URL(options.issuer);
  return client.discovery(
    issuer,
    options.clientId,
    {
      id_token_signed_response_alg: 'ES256',
      [client.clockTolerance]: CLOCK_TOLERANCE_SECONDS,
    },
    options.authentication,
    {
      timeout: TIMEOUT_SECONDS,
      [client.customFetch]: fetchOrAway,
      execute: [
        // Without this, an ID token that came over TLS is believed without looking at its signature (OIDC Core 3.1.3.7).
        client.enableNonRepudiationChecks,
        ...(isLoopback(issuer) ? [client.allowInsecureRequests] : []),
      ],
    },
  );
}

/** Plain http is for a sandbox on this machine, and for nothing else. */
function isLoopback({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && (hostname === 'localhost' || hostname.endsWith('.localhost'));
}

const fetchOrAway: client.CustomFetch = async (url, options) => {
  const response = await fetch(url, options as RequestInit).catch((cause: unknown) => {
    throw new ProviderAway('no answer', { cause });
  });
  if (response.status >= 500) throw new ProviderAway(`answered ${response.status}`);
  return response;
};
