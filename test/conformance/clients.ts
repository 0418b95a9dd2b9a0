import { createPublicKey, randomUUID } from 'node:crypto';

import { exportJWK, generateKeyPair, type JWK } from 'jose';

import { TestAuthority, type Certificate } from '../support/certificates.ts';
import type { Plan, PlanClients } from './plans.ts';

/** Members of a suite's configuration that differ with every run. */
export type Members = Readonly<Record<string, unknown>>;

export interface Surroundings {
  readonly issuer: string;
  /** The suite's own address. */
  readonly suite: string;
  readonly alias: string;
  /** Whom CIBA asks for. */
  readonly login: string;
}

interface Keys {
  /** With private parts: for the suite. */
  readonly jwks: { readonly keys: readonly JWK[] };
  readonly published: { readonly keys: readonly JWK[] };
  readonly certificate: Certificate | undefined;
}

/**
 * Registers what the plan needs and the suite does not register itself, with keys drawn now: `client`, `client2`, and
 * their certificates. Nothing of it is kept here.
 */
export async function clientMembers(
  { clients }: Plan,
  surroundings: Surroundings,
): Promise<Members> {
  if (clients.kind === 'registered-by-suite') return {};
  const authority = usesCertificates(clients) ? new TestAuthority() : undefined;
  try {
    const [first, second] = [await keysOf(authority, 1), await keysOf(authority, 2)];
    return {
      client: await registered(clients, surroundings, first, ''),
      // The second one's redirect URI has a query, as the suite's own documentation of its plans has it.
      client2: await registered(clients, surroundings, second, '?dummy1=lorem&dummy2=ipsum'),
      ...certificateMembers('mtls', first.certificate),
      ...certificateMembers('mtls2', second.certificate),
    };
  } finally {
    authority?.remove();
  }
}

/** FAPI-CIBA goes back to FAPI 1.0, part 2, section 5.2.2, where tokens are bound to certificates. */
function usesCertificates(clients: PlanClients): boolean {
  if (clients.kind === 'fapi') return clients.auth === 'mtls' || clients.constraint === 'mtls';
  return clients.kind === 'ciba';
}

async function keysOf(authority: TestAuthority | undefined, serial: number): Promise<Keys> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const names = { kid: randomUUID(), use: 'sig', alg: 'ES256' };
  const certificate = authority?.selfSigned(`/O=SenID conformance/CN=client-${serial}`);
  const published = [{ ...(await exportJWK(publicKey)), ...names }];
  return {
    jwks: { keys: [{ ...(await exportJWK(privateKey)), ...names }] },
    published: {
      keys: certificate === undefined ? published : [...published, certificateKey(certificate)],
    },
    certificate,
  };
}

/** RFC 8705, section 2.2: what a self-signed certificate is known by. */
function certificateKey({ cert }: Certificate): JWK {
  const der = cert.replaceAll(/-----[A-Z ]+-----|\s/g, '');
  const key = createPublicKey(cert).export({ format: 'jwk' }) as JWK;
  return { ...key, kid: randomUUID(), use: 'sig', x5c: [der] };
}

function certificateMembers(name: string, certificate: Certificate | undefined): Members {
  if (certificate === undefined) return {};
  const { cert, key } = certificate;
  return { [name]: { cert, key } };
}

async function registered(
  clients: Exclude<PlanClients, { kind: 'registered-by-suite' }>,
  { issuer, suite, alias, login }: Surroundings,
  { jwks, published }: Keys,
  query: string,
): Promise<Members> {
  const base = `${suite}/test/a/${alias}`;
  const response = await fetch(`${issuer}/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({
      client_name: `Conformance: ${alias}`,
      redirect_uris: [`${base}/callback${query}`],
      post_logout_redirect_uris: [`${base}/post_logout_redirect`],
      ...metadataOf(clients, base, published),
    }),
  });
  const answer = (await response.json()) as Record<string, unknown>;
  if (response.status !== 201) throw new Error(`registration: ${JSON.stringify(answer)}`);
  const { client_id, client_secret } = answer;
  if (clients.kind === 'ekyc') return { client_id, client_secret, scope: 'openid' };
  const hint = { hint_type: 'login_hint', hint_value: login };
  return { client_id, scope: 'openid profile', jwks, ...(clients.kind === 'ciba' && hint) };
}

function metadataOf(
  clients: Exclude<PlanClients, { kind: 'registered-by-suite' }>,
  base: string,
  jwks: Keys['published'],
): Members {
  const grants = ['authorization_code', 'refresh_token'];
  switch (clients.kind) {
    case 'fapi':
      return {
        tier: clients.tier,
        jwks,
        grant_types: grants,
        token_endpoint_auth_method:
          clients.auth === 'mtls' ? 'self_signed_tls_client_auth' : 'private_key_jwt',
        ...(clients.constraint === 'dpop'
          ? { dpop_bound_access_tokens: true }
          : { tls_client_certificate_bound_access_tokens: true }),
      };
    case 'ciba':
      return {
        tier: 'bank',
        jwks,
        grant_types: ['urn:openid:params:grant-type:ciba', ...grants],
        token_endpoint_auth_method: clients.auth,
        tls_client_certificate_bound_access_tokens: true,
        backchannel_token_delivery_mode: clients.mode,
        backchannel_authentication_request_signing_alg: 'ES256',
        ...(clients.mode === 'ping' && {
          backchannel_client_notification_endpoint: `${base}/ciba-notification-endpoint`,
        }),
      };
    case 'ekyc':
      return { grant_types: grants };
    default:
      return clients satisfies never;
  }
}
